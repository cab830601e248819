import { type ComplaintDraft, emptyComplaint, type Locale } from "@shn/domain"
import { loadRegistry, PAPER_WORDS } from "@shn/guidance"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { type ComplaintBody, foldHandOffs, sealMessage } from "@shn/sealed"
import { DESK_ROUTES } from "@shn/wire"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { loadConsent } from "../../apps/reporter/src/text/consent/area.ts"
import { loadFilingRoom } from "../../apps/reporter/src/text/filing/area.ts"
import { loadFilingText } from "../../packages/ui/src/text/filing/area.ts"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import { type Colleague, readCase, signIn } from "../support/colleague.ts"
import { deskOf, openCase } from "../support/desk-files.ts"
import { personWithCase } from "../support/file-sender.ts"
import { must, type Person, readOwnCase } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { enterCode, keepShot, phoneOf, tap } from "../support/screens.ts"

// Step 9: an agency without an inbox here. The person files, or somebody they trust; nothing is sent by us.
const STORY = "He stands at the corner of our street every evening and shouts after me."
const HALF_MINUTE_MS = 30_000

/** Who the person is: typed on the phone, and nowhere else. */
const ME = { name: "Ayesha Khan Yousafzai", cnicTyped: "۴۲۱۰۱۱۲۳۴۵۶۷۱", cnic: "42101-1234567-1" }

const WRITTEN: Readonly<Record<"en" | "ur", Pick<ComplaintDraft, "facts" | "respondent" | "answers">>> = {
  en: {
    facts: [
      "On the evening of 15 November he stood at the corner and shouted my name. My sister heard it.",
      "On 17 November he called me from +92 300 7654321 and asked for 50,000 rupees.",
      "On 18 November he put my picture on https://example.com/profile/asad?id=42&x=1 at 10:30 at night.",
    ],
    respondent: { ...emptyComplaint("").respondent, name: "Asad", phones: ["+92 300 7654321"] },
    answers: { relief: "That he stays away from our street." },
  },
  ur: {
    facts: [
      "15 نومبر کی شام وہ کونے پر کھڑا تھا اور میرا نام لے کر چیخا۔ میری بہن نے سنا۔",
      "17 نومبر کو اس نے +92 300 7654321 سے فون کر کے 50,000 روپے مانگے۔",
      "18 نومبر کو رات 10:30 بجے اس نے https://example.com/profile/asad?id=42&x=1 پر میری تصویر لگائی۔",
    ],
    respondent: { ...emptyComplaint("").respondent, name: "اسد", phones: ["+92 300 7654321"] },
    answers: { relief: "وہ ہماری گلی سے دور رہے۔" },
  },
}

let run: Running
let browser: Browser
let person: Person
let farah: Colleague
beforeAll(async () => {
  browser = await launchBrowser()
})
beforeEach(async () => {
  run = await startHelpline()
  person = await personWithCase(run, STORY)
  // Six digits work once: those of the half minute before, because the desk signs in with today's.
  farah = await signIn(run, "Farah", Date.now() - HALF_MINUTE_MS)
})
afterEach(() => run?.close())
afterAll(() => browser?.close())

/** A lawyer saved a complaint for the police, who have no inbox here. */
async function drafted(language: "en" | "ur", change: Partial<ComplaintBody> = {}): Promise<ComplaintBody> {
  const body: ComplaintBody = {
    draftId: randomUuidV4(systemRandom),
    rev: 1,
    agencyId: "door-police",
    purpose: ["investigation"],
    identity: "named",
    limits: [],
    language,
    textLimit: null,
    draft: {
      ...emptyComplaint("form-written"),
      ...WRITTEN[language],
      incidents: [{ from: "2026-11-15", until: "2026-11-18", isAbout: false, place: "Lahore" }],
      against: { state: "none-known" },
    },
    ...change,
  }
  const { opened } = await readCase(run, farah, person.keys.caseId)
  const content = { kind: "complaint", body } as const
  const envelope = must(
    await sealMessage({ opened, me: farah.keys, content, nowMs: Date.now(), random: systemRandom }),
  )
  await farah.call(DESK_ROUTES.addEnvelope, { envelope })
  return body
}

async function policeIn(locale: Locale) {
  const police = (await loadRegistry(locale, "2026-11-23" as never)).find(({ id }) => id === "door-police")
  const asks = police?.forms[0]?.asks.map(({ text }) => text) ?? []
  return { title: police?.title.text ?? "", name: asks[0] ?? "", cnic: asks[2] ?? "", story: asks[8] ?? "" }
}

/** The person's phone, in the room "what may leave", with the sheet open. */
async function sheetOnPhone(locale: Locale, width = 360) {
  const phone = await phoneOf(browser, locale, { width, serviceWorkers: "block" })
  await phone.page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await phone.page.context().route(/wikipedia\.org/, (route) => route.fulfill({ body: "<h1>Everyday</h1>" }))
  await enterCode(phone, run, locale, person.receipt)
  const { back, common } = phone.words
  await phone.page.getByRole("tab", { name: back.leaves.tab }).click({ timeout: 60_000 })
  const text = await loadFilingText(locale)
  const room = await loadFilingRoom(locale)
  const police = await policeIn(locale)
  await phone.page.getByText(room.nobodySends).waitFor({ timeout: 30_000 })
  const button = (name: string) => phone.page.getByRole("button", { name, exact: true })
  await button(room.open(police.title)).click()
  await phone.page.getByRole("heading", { name: text.title(police.title) }).waitFor()
  const field = (name: string) => phone.page.getByRole("textbox", { name })
  return { ...phone, text, room, police, common, button, field }
}

type Printed = { readonly pages: readonly string[]; readonly all: string; readonly title: string }

/** What the browser would print now, as text by page. Its own header and footer are asked for, as its print window does. */
async function printed(page: Page): Promise<Printed> {
  await page.evaluate(() => document.fonts.ready)
  const bytes = await page.pdf({ format: "A4", displayHeaderFooter: true })
  const paper = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= paper.numPages; number++) {
    const { items } = await (await paper.getPage(number)).getTextContent()
    pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""))
  }
  const { info } = (await paper.getMetadata()) as { info: { Title?: string } }
  return { pages, all: pages.join("\n"), title: info.Title ?? "" }
}

const clipboardOf = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const selectionOf = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement instanceof HTMLInputElement
      ? activeElement.value.slice(activeElement.selectionStart ?? 0, activeElement.selectionEnd ?? 0)
      : String(getSelection())
  })
const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/

describe.each(["en", "ur"] as const)("an agency without an inbox here, in %s", (locale) => {
  test("the person finds the complaint laid out for its form, fills in who they are, prints and copies it, and writes down that it is filed", async () => {
    await drafted(locale)
    const { page, text, room, police, button, field, complaints, words } = await sheetOnPhone(locale, 320)
    await page.getByText(text.missing.lead).waitFor()
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await keepShot(page, locale, "filing-01-sheet")

    // What is missing leads to its line, also without a finger.
    await button(police.name).focus()
    await page.keyboard.press("Enter")
    await page.keyboard.type(ME.name)
    await field(police.cnic).fill("12")
    await page.getByText(text.wrong["cnic-wrong"]).waitFor()
    await field(police.cnic).fill(ME.cnicTyped)
    await page.keyboard.press("Tab")
    expect(await field(police.cnic).inputValue()).toBe(ME.cnic)
    await keepShot(page, locale, "filing-02-about-you")
    expect(await button(police.cnic).count()).toBe(0)

    // Bare values go to the clipboard, by keyboard too.
    await button(text.line.copyThis(police.cnic)).focus()
    await page.keyboard.press("Enter")
    await page.getByText(words.common.copied, { exact: true }).waitFor()
    expect(await clipboardOf(page)).toBe(ME.cnic)
    await button(text.line.copyThis(police.story)).click()
    await expect.poll(() => clipboardOf(page)).toContain(WRITTEN[locale].facts[1])
    expect(await clipboardOf(page)).not.toMatch(MARKS)

    // Where copying is refused, the words are marked instead: the same words.
    await page.evaluate(() => {
      Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error("refused")) })
    })
    await field(police.name).fill("x")
    await field(police.name).fill(ME.name)
    await button(text.line.copyThis(police.name)).click()
    await page.getByText(text.line.selected).waitFor()
    expect(await selectionOf(page)).toBe(ME.name)
    await button(text.line.copyThis(police.story)).click()
    await expect.poll(() => selectionOf(page)).toContain(WRITTEN[locale].facts[2])
    expect(await selectionOf(page)).not.toMatch(MARKS)

    await page.evaluate(() =>
      Object.assign(window, { print: () => Object.assign(window, { printed: true }) }),
    )
    await button(text.print.open).click()
    await page.getByText(text.print.caution).waitFor()
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await page.locator(".paper-preview").scrollIntoViewIfNeeded()
    await keepShot(page, locale, "filing-03-preview")
    await button(text.print.print).click()
    await page.waitForFunction(() => "printed" in window)
    const { all, title } = await printed(page)
    for (const code of [ME.cnic, ME.name, "+92 300 7654321", "50,000", "10:30", "2026-11-15"])
      expect(all.replaceAll(/\s+/g, " ")).toContain(code)
    expect(all.replaceAll(/\s+/g, "")).toContain("https://example.com/profile/asad?id=42&x=1")
    expect(title).toBe(text.paper.title)
    for (const trace of [run.organisation.deployment.name[locale], "localhost", "http://loc", STORY])
      expect(all).not.toContain(trace)
    await button(text.print.close).click()

    // A day that has not come is refused kindly; digits of either keyboard are taken.
    await page.getByLabel(text.record.day).fill("31-12-2099")
    await tap(page, text.record.ways.in_person)
    await tap(page, room.people.supporter)
    await button(text.record.save).click()
    await page.getByText(text.record.problem["day-in-future"]).first().waitFor()
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await page.getByLabel(text.record.day).fill("۱۸/۱۱/۲۰۲۴")
    await page.getByLabel(text.record.reference).fill("۱۲۳/۲۶")
    await button(text.record.save).click()
    await page.getByText(text.record.saved, { exact: true }).waitFor()
    await page.getByRole("heading", { name: text.filed.title, exact: true }).waitFor()
    await page.getByText("123/26", { exact: true }).scrollIntoViewIfNeeded()
    await keepShot(page, locale, "filing-04-written-down")
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])

    // The case was told that it is filed, and nothing of who the person is.
    const { opened } = await readCase(run, farah, person.keys.caseId)
    const { filings } = foldHandOffs(opened.conversation.messages)
    expect(filings.map(({ body }) => body.record)).toEqual([
      {
        agencyId: "door-police",
        formId: "form-written",
        filedOn: "2024-11-18",
        way: "in_person",
        reference: "123/26",
        by: { who: "supporter" },
      },
    ])
    const everything = JSON.stringify(opened.conversation.messages)
    expect(everything).not.toContain(ME.cnic)
    expect(everything).not.toContain(ME.name)
    const stored = await page.evaluate(async () =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]),
    )
    expect(stored).toBe("[{},{},[]]")
    expect(complaints).toEqual([])

    // Gone when the person goes, and not there for whoever opens the case again.
    await page.locator(".quick-exit").click()
    await page.waitForURL(/wikipedia\.org/)
    await page.goBack().catch(() => null)
    expect(await page.content()).not.toContain(ME.name)
    await page.context().close()
    const again = await sheetOnPhone(locale)
    expect(await again.field(again.police.name).inputValue()).toBe("")
    await again.page.getByText("123/26", { exact: true }).waitFor()
    await again.close()
  })

  test("on the desk it is prepared for going along, without who the person is, and whoever went along writes it down", async () => {
    await drafted(locale)
    const desk = await deskOf(browser, run, locale, "Farah", 1000)
    const { page } = desk
    const { filing } = desk.text
    const { sheet } = filing
    const police = await policeIn(locale)
    const button = (name: string) => page.getByRole("button", { name, exact: true })
    await openCase(desk, STORY)
    await button(filing.open(police.title)).click()
    await page.getByRole("heading", { name: sheet.title(police.title) }).waitFor()
    expect(await page.getByText(sheet.line.byHand, { exact: true }).count()).toBe(6)
    expect(await page.locator(".filing input").count()).toBe(0)
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])
    await page.getByRole("heading", { name: sheet.title(police.title) }).scrollIntoViewIfNeeded()
    await keepShot(page, locale, "filing-desk-01-sheet")
    await button(sheet.print.open).click()
    const { all, title } = await printed(page)
    await page.emulateMedia({ media: "print" })
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.evaluate(() => scrollTo(0, 0))
    await keepShot(page, locale, "filing-desk-02-paper")
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1000, height: 900 })
    expect(all.replaceAll(/\s+/g, " ")).toContain("+92 300 7654321")
    expect(title).toBe(sheet.paper.title)
    for (const trace of [run.organisation.deployment.name[locale], "localhost", "Farah"])
      expect(all).not.toContain(trace)
    await button(sheet.print.close).click()
    expect(await page.title()).not.toBe(sheet.paper.title)

    await page.getByLabel(sheet.record.day).fill("18-11-2024")
    await tap(page, sheet.record.ways.in_person)
    await tap(page, filing.people.staff)
    await button(sheet.record.save).click()
    await page.getByText(filing.by.staff("Farah"), { exact: true }).waitFor()
    await page.getByText(sheet.filed.noReference, { exact: true }).waitFor()
    await page.getByText(filing.by.staff("Farah"), { exact: true }).scrollIntoViewIfNeeded()
    await keepShot(page, locale, "filing-desk-03-written-down")
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.context.close()

    const phone = await sheetOnPhone(locale)
    await phone.page.getByText(phone.room.by.staff("Farah"), { exact: true }).waitFor()
    await phone.close()
  })
})

test("a sheet that was opened once is there without a network, and a record waits for one", async () => {
  await drafted("ur")
  const { page, text, room, button, words } = await sheetOnPhone("en")
  run.reporterLine.tamper({ before: () => "cut" })
  await button(room.close).click()
  await button(room.open("Police")).click()
  await button(text.print.open).click()
  await page.getByText(text.print.caution).waitFor()
  await page.getByLabel(text.record.day).fill("18112024")
  await tap(page, text.record.ways.post)
  await tap(page, room.people.person)
  await button(text.record.save).click()
  await page.getByText(words.help.failed.offline).waitFor({ timeout: 60_000 })
  run.reporterLine.tamper({})
  await button(text.record.save).click()
  await page.getByText(text.record.saved, { exact: true }).waitFor()
  const { opened } = await readOwnCase(run.reporter, run.organisation.deployment, person.keys)
  expect(foldHandOffs(opened.conversation.messages).filings).toHaveLength(1)
})

test("a story that is longer than the box goes on on an extra page, and no section of the paper is torn", async () => {
  const facts = Array.from(
    { length: 12 },
    (_, at) => `On day ${at} he wrote ${"again and again ".repeat(12)}.`,
  )
  await drafted("en", {
    textLimit: 1_000,
    draft: { ...emptyComplaint("form-written"), ...WRITTEN.en, facts },
  })
  const { page, text, button, police } = await sheetOnPhone("en")
  await page.getByText(text.line.cut).waitFor()
  await page.getByText(/^[89]\d\d of 1,000 letters$|^1,000 of 1,000 letters$/).waitFor()
  await button(text.line.copyThis(police.story)).click()
  await expect.poll(() => clipboardOf(page)).toMatch(new RegExp(`${escaped(PAPER_WORDS.en.goesOn)}$`))
  expect((await clipboardOf(page)).length).toBeLessThanOrEqual(1_000)
  await button(text.line.copyThis(text.line.annex)).click()
  await expect.poll(() => clipboardOf(page)).toContain("12. On day 11")
  await button(text.print.open).click()
  const { pages } = await printed(page)
  expect(pages.at(-1)).toContain(text.paper.annex)
  expect(pages.at(-1)).toContain("On day 11")
  const onOnePage = (a: string, b: string) => pages.some((one) => one.includes(a) && one.includes(b))
  expect(onOnePage(police.story, PAPER_WORDS.en.goesOn)).toBe(true)
  expect(onOnePage(text.paper.signature, text.paper.day)).toBe(true)
})

test("an agency that has an inbox here is no matter of filing by hand", async () => {
  await drafted("en", { agencyId: "door-nccia", draft: emptyComplaint("form-nccia") })
  const phone = await phoneOf(browser, "en")
  await enterCode(phone, run, "en", person.receipt)
  const { back } = phone.words
  await phone.page.getByRole("tab", { name: back.leaves.tab }).click({ timeout: 60_000 })
  const room = await loadFilingRoom("en")
  await phone.page.getByText((await loadConsent("en")).stand.drafting).waitFor({ timeout: 30_000 })
  expect(await phone.page.getByText(room.nobodySends).count()).toBe(0)
  await phone.close()
})

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}
