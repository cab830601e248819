import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { dayOf, type Locale } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { formatDay } from "@shn/ui"
import { AGENCY_ROUTES } from "@shn/wire"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { runCommand } from "../../apps/cli/src/commands.ts"
import { type DeskText, loadDeskText } from "../../apps/desk/src/text/all.ts"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import { officerAnswers } from "../support/hand-off.ts"
import { pngOf } from "../support/harmful/pictures.ts"
import { type MovedClock, movedClock } from "../support/moved-clock.ts"
import { lookNow } from "../support/report-desk.ts"
import { type Running, startHelpline, TEST_HELPLINE } from "../support/running.ts"
import { keepShot } from "../support/screens.ts"
import {
  APPROVER,
  beginWay,
  DRAFTER,
  FIELDS,
  fetchPackage,
  IDENTITY,
  officerVisit,
  personSendsFile,
  personSigns,
  personTakesBack,
  putForward,
  type SentFile,
  type Signed,
  sha256Of,
  tamperedPlan,
  type Way,
} from "../support/way.ts"

// PROTOCOL steps 7 and 8 on the desk: from the person's signature to the agency's inbox, and nothing but what was signed.
const STORY = "He writes to me every night and sends pictures to my office."
const HOUR_MS = 3_600_000
const WORD = "Sitara ستارہ"
const MIB = 1_048_576

let run: Running
let clock: MovedClock
let browser: Browser
const open: BrowserContext[] = []
const folder = mkdtempSync(join(tmpdir(), "shn-hand-over-"))

beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((context) => context.close()))
  await run?.close()
  clock?.remove()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(helpline?: string): Promise<Way> {
  clock = movedClock()
  run = await startHelpline({ env: clock.env, ...(helpline === undefined ? {} : { helpline }) })
  return beginWay(run, STORY, clock.nowMs)
}

type DeskPage = { readonly page: Page; readonly text: DeskText; readonly complaints: string[] }

/** A member's desk with the case open. */
async function deskOf(alias: string, locale: Locale = "en", width = 1280): Promise<DeskPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, timezoneId: "Asia/Karachi" })
  open.push(context)
  context.setDefaultTimeout(30_000)
  await clock.tell(context)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("console", (message) => {
    // A session ends when the clock goes on by a day.
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text())
  })
  await page.goto(`${run.desk}/#/${locale}`)
  const text = await loadDeskText(locale)
  await page.getByRole("button", { name: new RegExp(alias) }).click()
  await page.getByRole("link", { name: text.shell.tabs.cases }).click()
  await page.locator(".case-door").first().click()
  await page.getByText(STORY).waitFor()
  return { page, text, complaints }
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click()
const see = (page: Page, words: string) => page.getByText(words, { exact: true }).first().waitFor()

/** A member compares the word and puts their name to it. */
async function compareWord({ page, text }: DeskPage): Promise<void> {
  const { word } = text.handOver
  await see(page, WORD)
  await press(page, word.confirm)
  await see(page, word.missing)
  await page.locator("label", { hasText: word.yes }).click()
  await press(page, word.confirm)
  await see(page, word.checked)
}

async function signList({ page, text }: DeskPage): Promise<void> {
  await press(page, text.handOver.plan.sign)
  await see(page, text.handOver.plan.signed(APPROVER))
}

async function sendOff({ page, text }: DeskPage): Promise<void> {
  await see(page, text.handOver.build.same)
  await press(page, text.handOver.build.send)
  await page.getByText(text.handOver.step.handed, { exact: true }).waitFor({ timeout: 60_000 })
}

const handedBy = ({ text }: DeskPage) =>
  text.handOver.after.handedOn(formatDay(dayOf(clock.nowMs()), "en"), APPROVER)

/** Opens a package with the programs of any Debian computer. @returns every part by name */
function openedByHand(sealed: Uint8Array, identities: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const at = mkdtempSync(join(folder, "package-"))
  writeFileSync(join(at, "key"), identities.map((each) => `${each}\n`).join(""))
  writeFileSync(join(at, "package.age"), sealed)
  execFileSync("age", ["-d", "-i", "key", "-o", "package.zip", "package.age"], { cwd: at })
  const out = join(at, "out")
  mkdirSync(out)
  execFileSync("unzip", ["-q", "../package.zip"], { cwd: out, env: { ...process.env, LC_ALL: "C.UTF-8" } })
  execFileSync("sha256sum", ["--quiet", "-c", "SHA256SUMS"], { cwd: out })
  const names = execFileSync("find", [".", "-type", "f"], { cwd: out, encoding: "utf8" }).trim().split("\n")
  return new Map(names.map((name) => [name.slice(2), readFileSync(join(out, name))]))
}

async function inboxOf(alias = "Rabia") {
  const officer = await officerVisit(run, alias, clock.nowMs() - 30_000)
  const { lines } = await officer.call(AGENCY_ROUTES.inbox, {})
  return { officer, lines }
}

describe.each(["en", "ur"] as const)("from the signature to the agency's inbox in %s", (locale) => {
  test("waits a day, has the word compared by a human, takes two signatures, and brings exactly what was signed", async () => {
    const way = await start()
    const picture = await personSendsFile(
      way,
      "IMG_2031.png",
      "اسکرین شاٹ ایک",
      pngOf(300, 200, [200, 60, 60]),
    )
    const film = await personSendsFile(way, "film.mp4", "What he sent", systemRandom(3 * MIB + 17))
    const offered = await putForward(way, [picture, film])
    const signed = await personSigns(way, offered, { codeWord: WORD })

    const early = await deskOf(DRAFTER, locale)
    await early.page
      .getByText(/2[34] (hours?|گھنٹے)/)
      .first()
      .waitFor()
    expect(await early.page.getByRole("button", { name: early.text.handOver.plan.sign }).count()).toBe(0)
    await early.page.locator(".hand-over").scrollIntoViewIfNeeded()
    await keepShot(early.page, locale, "hand-over-01-time-to-think")
    expect(await faultsOf(early.page, { locale, hasExit: false })).toEqual([])
    expect((await inboxOf()).lines).toEqual([])

    clock.goOn(25 * HOUR_MS)
    const drafter = await deskOf(DRAFTER, locale)
    await see(drafter.page, drafter.text.handOver.word.question)
    // Nothing is ticked for anybody, and nothing goes on before somebody ticks it.
    expect(await drafter.page.locator(".hand-over input:checked").count()).toBe(0)
    expect(await drafter.page.getByRole("button", { name: drafter.text.handOver.plan.sign }).count()).toBe(0)
    await drafter.page.locator(".hand-over").scrollIntoViewIfNeeded()
    await keepShot(drafter.page, locale, "hand-over-02-word")
    expect(await faultsOf(drafter.page, { locale, hasExit: false })).toEqual([])
    await compareWord(drafter)
    await signList(drafter)
    await keepShot(drafter.page, locale, "hand-over-03-list-signed")

    const approver = await deskOf(APPROVER, locale, 320)
    await see(approver.page, approver.text.handOver.build.same)
    await approver.page.locator(".hand-over").scrollIntoViewIfNeeded()
    await keepShot(approver.page, locale, "hand-over-04-same-list")
    expect(await faultsOf(approver.page, { locale, hasExit: false })).toEqual([])
    await sendOff(approver)
    await approver.page.locator(".hand-over").scrollIntoViewIfNeeded()
    await keepShot(approver.page, locale, "hand-over-05-handed")
    expect(await faultsOf(approver.page, { locale, hasExit: false })).toEqual([])
    expect([...early.complaints, ...drafter.complaints, ...approver.complaints]).toEqual([])

    const { officer } = await inboxOf("Kamran")
    const { releaseId } = signed.release
    const parts = openedByHand(await fetchPackage(officer, releaseId, 1), officer.identities)
    expectExactly(parts, signed, [picture, film])
  })
})

/** Everything in the package is what was signed, and there is nothing else. */
function expectExactly(
  parts: ReadonlyMap<string, Uint8Array>,
  { consent }: Signed,
  files: readonly SentFile[],
): void {
  const text = (name: string) => Buffer.from(parts.get(name) ?? []).toString("utf8")
  expect(JSON.parse(text("complaint.json"))).toEqual({
    ...FIELDS,
    "me.full_name": IDENTITY.full_name,
    "me.cnic": "42101-1234567-1",
  })
  expect(sha256Of(parts.get("complaint.json") ?? new Uint8Array(0))).toBe(consent.view)
  expect(text("complaint.txt")).toContain(FIELDS.details)
  expect(text("consent.txt")).toBe(consent.text)
  expect(text("README.txt").split("\n")[0]).toContain("the helpline has published none so far")
  const inFolder = [...parts].filter(([name]) => name.startsWith("files/"))
  expect(inFolder.map(([, bytes]) => sha256Of(bytes)).sort()).toEqual(
    files.map(({ bytes }) => sha256Of(bytes)).sort(),
  )
  expect([...parts.keys()].filter((name) => !name.startsWith("files/")).sort()).toEqual([
    "README.txt",
    "SHA256SUMS",
    "approval-1.json",
    "approval-2.json",
    "complaint.json",
    "complaint.txt",
    "consent.json",
    "consent.txt",
    "manifest.json",
    "release.json",
    "truth.json",
    "truth.txt",
  ])
}

describe("a desk that is not honest", () => {
  test.each(["a file", "a field"] as const)(
    "cannot add %s: the second member's desk makes the list anew and signs nothing else",
    async (what) => {
      const way = await start()
      const picture = await personSendsFile(way, "one.png", "One", pngOf(40, 30, [200, 60, 60]))
      const offered = await putForward(way, [picture])
      await personSigns(way, offered, { urgent: true, codeWord: WORD })
      const sha256 = base64url(systemRandom(32))
      await tamperedPlan(way, offered, (entries) =>
        what === "a file"
          ? [
              ...entries,
              {
                path: "files/002-Two.png",
                role: "file",
                sha256,
                size: 10,
                ref: randomUuidV4(systemRandom),
              },
            ]
          : entries.map((entry) =>
              entry.role === "fields" ? { ...entry, sha256, size: entry.size + 40 } : entry,
            ),
      )
      const approver = await deskOf(APPROVER)
      await compareWord(approver)
      await see(approver.page, approver.text.handOver.refusal.title)
      await see(approver.page, approver.text.handOver.refusal.differs)
      expect(
        await approver.page.getByRole("button", { name: approver.text.handOver.build.send }).count(),
      ).toBe(0)
      await approver.page.locator(".hand-over").scrollIntoViewIfNeeded()
      await keepShot(approver.page, "en", "hand-over-06-another-list")
      expect((await inboxOf()).lines).toEqual([])
    },
  )
})

describe("what happens between the signatures and the inbox", () => {
  test("a consent that is taken back after the list was signed lets nothing out", async () => {
    const way = await start()
    const offered = await putForward(way, [])
    const signed = await personSigns(way, offered, { urgent: true, codeWord: WORD })
    const drafter = await deskOf(DRAFTER)
    await compareWord(drafter)
    await signList(drafter)
    const approver = await deskOf(APPROVER)
    const { handOver } = approver.text
    await see(approver.page, handOver.build.same)
    await personTakesBack(way, signed)
    await press(approver.page, handOver.build.send)
    await see(approver.page, handOver.step.taken_back)
    await lookNow(drafter)
    await see(drafter.page, handOver.step.taken_back)
    expect((await inboxOf()).lines).toEqual([])
  })

  test("one that is taken back while the package travels is not handed over, and what was sent is deleted", async () => {
    const way = await start()
    const film = await personSendsFile(way, "film.mp4", "Film", systemRandom(4 * MIB))
    const offered = await putForward(way, [film])
    const signed = await personSigns(way, offered, { urgent: true, codeWord: WORD })
    const drafter = await deskOf(DRAFTER)
    await compareWord(drafter)
    await signList(drafter)
    const approver = await deskOf(APPROVER)
    const { handOver } = approver.text
    await see(approver.page, handOver.build.same)
    await press(approver.page, handOver.build.send)
    await press(approver.page, handOver.build.pause)
    await see(approver.page, handOver.build.paused)
    await personTakesBack(way, signed)
    await press(approver.page, handOver.build.goOn)
    await see(approver.page, handOver.failed.title)
    await see(approver.page, handOver.failed.gone)
    await see(approver.page, handOver.step.taken_back)
    expect((await inboxOf()).lines).toEqual([])
  })

  test("an agency whose key has changed gets nothing until the person has signed anew", async () => {
    const own = join(folder, "helpline")
    cpSync(TEST_HELPLINE, own, { recursive: true })
    const way = await start(own)
    const offered = await putForward(way, [])
    await personSigns(way, offered, { urgent: true, codeWord: WORD })
    const drafter = await deskOf(DRAFTER)
    await compareWord(drafter)
    await signList(drafter)
    const approver = await deskOf(APPROVER)
    const { handOver } = approver.text
    await see(approver.page, handOver.build.same)
    const rotate = ["agency", "rotate", "--org", own, "--agency", "door-nccia"]
    expect(await runCommand(rotate, { random: systemRandom, clock: Date.now, print: () => undefined })).toBe(
      0,
    )
    await run.kill()
    await run.restart()
    await press(approver.page, handOver.build.send)
    const words = `${handOver.finding["other-agency-key"]} ${handOver.what.again}`
    await see(approver.page, words)
    expect((await inboxOf()).lines).toEqual([])
    // Put forward again with the new key, the person's new signature leaves.
    const again = await putForward(way, [])
    expect(again.rev).toBe(2)
    const signed = await personSigns(way, again, { urgent: true, codeWord: WORD })
    const later = await deskOf(DRAFTER)
    await compareWord(later)
    await signList(later)
    await sendOff(await deskOf(APPROVER))
    const { officer } = await inboxOf("Kamran")
    const sealed = await fetchPackage(officer, signed.release.releaseId, 1)
    expectExactly(openedByHand(sealed, officer.identities.slice(0, 1)), signed, [])
  })

  test("a consent for two hand-overs takes two lists and makes two packages, and no third", async () => {
    const way = await start()
    const offered = await putForward(way, [], { uses: 2 })
    const signed = await personSigns(way, offered, { urgent: true, codeWord: WORD })
    const drafter = await deskOf(DRAFTER)
    await compareWord(drafter)
    const { handOver } = drafter.text
    const approver = await deskOf(APPROVER)
    for (const use of [1, 2]) {
      await lookNow(drafter)
      await see(drafter.page, handOver.plan.use(String(use), "2"))
      await signList(drafter)
      await lookNow(approver)
      await see(approver.page, handOver.plan.use(String(use), "2"))
      await see(approver.page, handOver.build.same)
      await press(approver.page, handOver.build.send)
      await approver.page
        .locator(".hand-over li", { hasText: handedBy(approver) })
        .nth(use - 1)
        .waitFor()
    }
    await see(approver.page, handOver.step.handed)
    const { officer } = await inboxOf()
    for (const use of [1, 2]) {
      const sealed = await fetchPackage(officer, signed.release.releaseId, use)
      expectExactly(openedByHand(sealed, officer.identities), signed, [])
    }
  })

  test("an urgent one leaves at once, and goes on by itself after the line was cut", async () => {
    const way = await start()
    const film = await personSendsFile(way, "film.mp4", "Film", systemRandom(5 * MIB))
    const offered = await putForward(way, [film])
    const signed = await personSigns(way, offered, { urgent: true, codeWord: WORD })
    const drafter = await deskOf(DRAFTER)
    await compareWord(drafter)
    await signList(drafter)
    const approver = await deskOf(APPROVER)
    const { handOver } = approver.text
    await see(approver.page, handOver.build.same)
    let parts = 0
    run.deskLine.tamper({ before: (path) => (/\/parts\/\d+$/.test(path) && ++parts > 3 ? "cut" : undefined) })
    await press(approver.page, handOver.build.send)
    await see(approver.page, handOver.build.line)
    run.deskLine.tamper({})
    await see(approver.page, handOver.step.handed)
    const { officer } = await inboxOf()
    const sealed = await fetchPackage(officer, signed.release.releaseId, 1)
    expectExactly(openedByHand(sealed, officer.identities), signed, [film])

    // What the agency asks for leads the one who wrote it back to the draft.
    const question = "On which day did the film come?"
    await officerAnswers(officer, signed, { kind: "ask_more", fields: ["incident"], question }, null)
    for (const one of [drafter, approver]) {
      await lookNow(one)
      await see(one.page, handOver.answer.ask_more)
      await see(one.page, question)
    }
    expect(await approver.page.getByRole("button", { name: handOver.after.again }).count()).toBe(0)
    await press(drafter.page, handOver.after.again)
    await drafter.page.getByRole("button", { name: drafter.text.complaint.back }).waitFor()
  })
})
