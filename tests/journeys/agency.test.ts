import { randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Locale } from "@shn/domain"
import { sentencesOf } from "@shn/evidence"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import { personWithCase } from "../support/file-sender.ts"
import { answersForPerson, type Handed, handedPackage } from "../support/handed-package.ts"
import {
  lineOf,
  type OfficerWindow,
  officerWindow,
  openWhole,
  signOfficerIn,
} from "../support/officer-window.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { heading, keepShot, press, tap } from "../support/screens.ts"
import { helplineWithTwoAgencies } from "../support/two-agencies.ts"
import { APPROVER, beginWay, DRAFTER, FIELDS, IDENTITY, personTakesBack, type Way } from "../support/way.ts"

const MIB = 1_048_576
const STORY = "words of the first day that go to no agency"
const FILE = { name: "voice.ogg", label: "آواز کا پیغام", bytes: new Uint8Array(randomBytes(70_000)) }
/** A taking back has to reach an open page within this, ms. */
const A_MINUTE = 60_000

let browser: Browser
let run: Running
let helpline: Awaited<ReturnType<typeof helplineWithTwoAgencies>>
let windows: OfficerWindow[] = []
beforeAll(async () => {
  helpline = await helplineWithTwoAgencies("Zoya")
  run = await startHelpline({ helpline: helpline.dir })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await run?.close()
  helpline?.remove()
})
afterEach(async () => {
  run.agencyLine.tamper({})
  for (const window of windows) {
    // A connection that was cut on purpose is told by the browser as well.
    expect(window.complaints.filter((one) => !/ERR_|Failed to load resource/.test(one))).toEqual([])
    await window.close()
  }
  windows = []
})

// Each six digits work once: the members of the helpline sign in for the first case, and stay.
let members: Way | null = null
async function nextWay(): Promise<Way> {
  members ??= await beginWay(run, STORY)
  return { ...members, person: await personWithCase(run, STORY), draftId: randomUuidV4(systemRandom) }
}

async function officer(locale: Locale, alias: string, width?: number): Promise<OfficerWindow> {
  const window = await officerWindow(browser, run, locale, alias, width)
  windows.push(window)
  return window
}

const option = (page: Page, label: string, value: string) =>
  page.getByLabel(label, { exact: true }).selectOption({ label: value })

/** What stands in a package must be nowhere on a screen that is closed. */
async function expectNothingOfIt({ page }: OfficerWindow): Promise<void> {
  const html = await page.content()
  for (const secret of [IDENTITY.full_name ?? "", FIELDS.details?.split("\n")[0] ?? "", FILE.label])
    expect(html).not.toContain(secret)
}

describe.each(["en", "ur"] as const)("an officer, in %s", (locale) => {
  let way: Way
  let handed: Handed

  test("opens what a person released, and answers; when it is taken back it closes and they say that they have stopped", async () => {
    way = await nextWay()
    handed = await handedPackage(way, [FILE], { change: { limits: ["no-family", "no-media", "no-onward"] } })
    const { releaseId } = handed.release
    const window = await officer(locale, "Rabia")
    const { page, text } = window
    const words = text.release

    // The inbox.
    await lineOf(window, releaseId).getByText(text.inbox.state.handed).waitFor()
    await page.getByText(text.inbox.viewed).waitFor()
    await keepShot(page, locale, "agency-01-inbox")
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])

    // Limits first, then every check, then the complaint.
    await openWhole(window, releaseId)
    for (const limit of handed.consent.limits)
      await page.getByText(words.limit[limit], { exact: true }).waitFor()
    await page.getByText(words.named, { exact: true }).waitFor()
    await page.getByText(words.viewed).waitFor()
    const order = await page.locator("h2").allInnerTexts()
    expect(order.map((title) => title.trim()).slice(0, 4)).toEqual([
      words.limitsTitle,
      words.checksTitle,
      words.complaintTitle,
      words.filesTitle,
    ])
    const checks = await page.locator(".check").allInnerTexts()
    expect(checks).toHaveLength(6)
    expect(checks[1]).toContain(DRAFTER)
    expect(checks[1]).toContain(APPROVER)
    await page.getByText(IDENTITY.full_name ?? "", { exact: true }).waitFor()
    await page.getByText(FIELDS.category ?? "", { exact: true }).waitFor()
    await keepShot(page, locale, "agency-02-opened")
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])

    // The consent as it was signed, which is not shown unless somebody asks.
    await page.getByText(words.consentTitle).click()
    await page.locator(".as-signed").first().waitFor()
    expect(await page.locator(".as-signed").first().innerText()).toBe(handed.consent.text)

    // Copying.
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: run.agency })
    await page.getByRole("button", { name: words.copy(text.fields.cnic) }).click()
    await page.getByText(words.copied(text.fields.cnic)).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(IDENTITY.cnic)

    // Saving is asked about first, and exact to the last bit.
    await page.evaluate(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"))
    await page.locator(".files button").first().click()
    await page.getByText(words.ask.leaves).waitFor()
    const coming = page.waitForEvent("download")
    await page.locator("dialog").getByRole("button", { name: words.ask.yes }).click()
    const saved = await coming
    expect(saved.suggestedFilename()).toMatch(/^001-.*\.ogg$/)
    expect(Buffer.compare(readFileSync(await saved.path()), FILE.bytes)).toBe(0)
    await page.getByText(words.saved).waitFor()

    // Acknowledged, then the next word.
    await option(page, text.answer.kindLabel, text.answer.kind.received)
    await press(page, text.answer.send)
    await page.getByText(text.answer.missing.number).waitFor()
    await page.getByLabel(text.answer.diary, { exact: true }).fill("1182/2026")
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])
    await press(page, text.answer.send)
    await page.getByText(text.answer.sent).waitFor()
    await option(page, text.answer.kindLabel, text.answer.kind.fir)
    await page.getByLabel(text.answer.firNumber, { exact: true }).fill("77/26")
    await page.getByLabel(text.answer.sections).fill("PECA 2016, s. 20\nPECA 2016, s. 24")
    await press(page, text.answer.send)
    await page.locator(".said-kind", { hasText: text.answer.kind.fir }).waitFor()
    await page.getByText(text.answer.sent).waitFor()
    await keepShot(page, locale, "agency-03-said")
    const read = await answersForPerson(way, handed)
    expect(read.findings).toEqual([])
    expect(read.answers.map(({ answer }) => answer)).toEqual([
      { kind: "received", diary: "1182/2026", note: "" },
      { kind: "fir", number: "77/26", sections: ["PECA 2016, s. 20", "PECA 2016, s. 24"], note: "" },
    ])
    expect(read.views).toBeGreaterThan(1)

    // Taken back: the open page closes by itself.
    await personTakesBack(way, handed)
    await page.getByText(words.closed.locked.title).waitFor({ timeout: A_MINUTE })
    await expectNothingOfIt(window)
    await keepShot(page, locale, "agency-04-taken-back")
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])
    await press(page, text.answer.sendStop)
    await page.getByText(text.answer.missing.kind).waitFor()
    await tap(page, text.answer.kind.stopped)
    await press(page, text.answer.sendStop)
    await page.getByText(words.closed.answered.title).waitFor()
    const after = await answersForPerson(way, handed)
    expect(after.findings).toEqual([])
    expect(after.answers.at(-1)?.answer).toEqual({ kind: "stopped", note: "" })
    expect(after.state).toBe("answered")
  })

  test("who comes back after a taking back finds it closed, and still says why they cannot stop", async () => {
    way = await nextWay()
    handed = await handedPackage(way, [])
    const { releaseId } = handed.release
    const first = await officer(locale, "Kamran", 320)
    await openWhole(first, releaseId)
    expect(await faultsOf(first.page, { locale, hasExit: false })).toEqual([])
    await keepShot(first.page, locale, "agency-05-narrow")
    await press(first.page, first.text.shell.signOut)
    await heading(first.page, first.text.door.title)
    await personTakesBack(way, handed)

    const { page, text } = first
    await signOfficerIn(first, "Kamran")
    await lineOf(first, releaseId).getByText(text.inbox.state.locked).waitFor()
    await lineOf(first, releaseId).click()
    await page.getByText(text.release.closed.locked.title).waitFor()
    await expectNothingOfIt(first)
    await tap(page, text.answer.kind.cannot_stop)
    await tap(page, text.answer.cannotStop.court_seized)
    await page.getByLabel(text.answer.note).fill("The hearing is on Monday.")
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])
    await press(page, text.answer.sendStop)
    await page.getByText(text.release.closed.answered.title).waitFor()
    const { answers, findings } = await answersForPerson(way, handed)
    expect(findings).toEqual([])
    expect(answers.map(({ answer }) => answer)).toEqual([
      { kind: "cannot_stop", reason: "court_seized", note: "The hearing is on Monday." },
    ])
  })
})

describe("an officer's page", () => {
  test("goes on from where the line was cut, says so, and opens the package all the same", async () => {
    const way = await nextWay()
    const bytes = new Uint8Array(randomBytes(3 * MIB))
    const handed = await handedPackage(way, [{ ...FILE, bytes }])
    const { releaseId } = handed.release
    const window = await officer("en", "Rabia")
    const { page, text } = window
    let isCut = true
    const firstPart = () => run.agencyLine.log.filter(({ path }) => /\/parts\/0$/.test(path)).length
    const before = firstPart()
    run.agencyLine.tamper({ before: (path) => (isCut && /\/parts\/[12]$/.test(path) ? "cut" : undefined) })
    await lineOf(window, releaseId).click()
    await page.getByText(text.release.waitingLine).waitFor({ timeout: 30_000 })
    await expect
      .poll(() => page.locator(".fetching").innerText(), { timeout: 30_000 })
      .toMatch(/33 per cent\s+1\.0 MB of 3\.2 MB/)
    await keepShot(page, "en", "agency-06-line-cut")
    await expectNothingOfIt(window)
    isCut = false
    await page.getByText(text.release.limitsTitle).waitFor({ timeout: 60_000 })
    // What had come before the line was cut is not fetched a second time.
    expect(firstPart()).toBe(before + 1)
  })

  test("writes everything straight to the chosen place where the browser can, and says when there is no connection", async () => {
    const way = await nextWay()
    const handed = await handedPackage(way, [FILE])
    const window = await officer("en", "Rabia")
    const { page, text } = window
    await openWhole(window, handed.release.releaseId)
    // The browser's own question cannot be answered by a test: a place inside the browser is what was chosen.
    await page.evaluate(() => {
      Object.assign(globalThis, {
        showSaveFilePicker: async () => {
          const root = await navigator.storage.getDirectory()
          return root.getFileHandle("saved.zip", { create: true })
        },
      })
    })
    await press(page, text.release.saveAll)
    await page.locator("dialog").getByRole("button", { name: text.release.ask.yes }).click()
    await page.getByText(text.release.saved).waitFor()
    const head = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const file = await (await root.getFileHandle("saved.zip")).getFile()
      return { size: file.size, start: await file.slice(0, 4).text() }
    })
    expect(head.start).toBe("PK\u0003\u0004")
    expect(head.size).toBeGreaterThan(FILE.bytes.length)

    await page.getByRole("link", { name: text.release.back }).click()
    await heading(page, text.inbox.title)
    const opened = lineOf(window, handed.release.releaseId).getByText(text.inbox.state.fetched, {
      exact: true,
    })
    await opened.waitFor()
    run.agencyLine.tamper({ before: (path) => (path === "/api/inbox" ? "cut" : undefined) })
    await page.evaluate(() => dispatchEvent(new Event("online")))
    await page.locator(".status-line--warning").waitFor()
    // What was known stays on the screen.
    await opened.waitFor()
    run.agencyLine.tamper({})
    await page.evaluate(() => dispatchEvent(new Event("online")))
    await page.locator(".status-line--warning").waitFor({ state: "detached" })
  })

  test("shows why a package does not hold, and nothing of what is in it", async () => {
    const way = await nextWay()
    const handed = await handedPackage(way, [FILE], {
      spoil: (sealed) => sealed.map((byte, at) => (at === sealed.length - 40 ? byte ^ 1 : byte)),
    })
    const window = await officer("en", "Rabia")
    const { page, text } = window
    await lineOf(window, handed.release.releaseId).click()
    await page.getByText(text.release.refusedTitle).waitFor({ timeout: 60_000 })
    const nothing = { consentFindings: [], paperFindings: [], disclosure: null, manifest: null }
    const fault = { ...nothing, faults: [{ code: "broken-off" as const }], consent: null, envelope: null }
    const [sentence] = sentencesOf({ ...fault, fields: null, papers: null }, "en", () => "")
    await page.getByText(sentence?.text ?? "?").waitFor()
    await expectNothingOfIt(window)
    await keepShot(page, "en", "agency-07-refused")
    expect(await faultsOf(page, { locale: "en", hasExit: false })).toEqual([])
  })

  test("keeps what was typed when a colleague answers first, and sends it after theirs", async () => {
    const way = await nextWay()
    const handed = await handedPackage(way, [])
    const { releaseId } = handed.release
    const rabia = await officer("en", "Rabia")
    const kamran = await officer("en", "Kamran")
    for (const window of [rabia, kamran]) await openWhole(window, releaseId)
    const { answer } = rabia.text
    for (const { page } of [rabia, kamran]) await option(page, answer.kindLabel, answer.kind.received)
    await kamran.page.getByLabel(answer.diary, { exact: true }).fill("1/26")
    await press(kamran.page, answer.send)
    await kamran.page.getByText(answer.sent).waitFor()
    await rabia.page.getByLabel(answer.diary, { exact: true }).fill("2/26")
    await press(rabia.page, answer.send)
    await rabia.page.getByText(answer.moved).waitFor()
    await rabia.page.locator(".said-one", { hasText: "1/26" }).waitFor()
    expect(await rabia.page.getByLabel(answer.diary, { exact: true }).inputValue()).toBe("2/26")
    await press(rabia.page, answer.send)
    await rabia.page.locator(".said-one", { hasText: "2/26" }).waitFor()
    const { answers, findings } = await answersForPerson(way, handed)
    expect(findings).toEqual([])
    expect(answers.map(({ seq, answer: said }) => [seq, "diary" in said ? said.diary : ""])).toEqual([
      [1, "1/26"],
      [2, "2/26"],
    ])
  })

  test("shows an officer of another agency nothing of it, nor that it exists", async () => {
    const way = await nextWay()
    const handed = await handedPackage(way, [])
    const window = await officer("en", "Zoya")
    await window.page.getByText(window.text.inbox.empty).waitFor()
    expect(await window.page.content()).not.toContain(handed.release.releaseId.slice(0, 8).toUpperCase())
    expect(await faultsOf(window.page, { locale: "en", hasExit: false })).toEqual([])
  })

  test("is closed to an officer who was removed, within a minute, with a sentence that says what to do", async () => {
    const way = await nextWay()
    const handed = await handedPackage(way, [])
    const window = await officer("en", "Rabia")
    await openWhole(window, handed.release.releaseId)
    await helpline.org("agency", "officer", "--agency", "door-nccia", "--remove", "Rabia")
    await window.page.getByText(window.text.shell.sessionEndedTitle).waitFor({ timeout: A_MINUTE })
    await window.page.getByText(window.text.shell.sessionEnded).waitFor()
    await expectNothingOfIt(window)
    await window.page.getByRole("button", { name: /Rabia/ }).click({ timeout: 40_000 })
    await window.page.getByText(window.text.signIn.failure.wrong).waitFor({ timeout: 90_000 })
  })
})
