import { dayOf, type Locale } from "@shn/domain"
import { formatDay, isolateLtr, isolateName } from "@shn/ui"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import type { ConsentText } from "../../apps/reporter/src/text/consent/area.ts"
import { launchBrowser } from "../support/browser.ts"
import { personSends } from "../support/desk-files.ts"
import { pngOf } from "../support/harmful/pictures.ts"
import { type OfficerWindow, officerWindow } from "../support/officer-window.ts"
import {
  lookNow,
  openTheCase,
  personForALawyer,
  takeOffer,
  type Window,
  windowOf,
} from "../support/report-desk.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { enterCode, heading, keepShot, phoneOf, press, tap } from "../support/screens.ts"

/**
 * The whole way in four browsers: a lawyer writes, a coordinator looks, the person signs, two members hand it over, an officer opens
 * and answers, the person takes it back, the officer's page closes. Each sees what the others did, and nobody's screen is skipped.
 */

const STORY = "He sends my pictures to my class and wants money."
const FACT = "3 نومبر کو WhatsApp پر 12 تصویریں آئیں، نمبر 0300-7654321 سے۔"
const BELIEF = "I think he got the phone number from my cousin."
const WORD = "Chambeli چنبیلی"
const DIARY = "1182/2026"
const ENQUIRY = "77/2026"

let run: Running
let browser: Browser
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
  await run?.close()
})
afterAll(() => browser?.close())

async function desk(locale: Locale, alias: string): Promise<Window> {
  const window = await windowOf(browser, run, locale, alias)
  closing.push(() => window.context.close())
  return window
}

const see = (page: Page, words: string) => page.getByText(words, { exact: true }).first().waitFor()

/** The lawyer writes the report as the form wants it, and asks the person who they are. */
async function drafts(amna: Window): Promise<void> {
  const { page, text } = amna
  const { list, choose, matter, write, who } = text.complaint
  const field = (label: string) => page.getByLabel(label, { exact: true }).first()
  await press(page, list.begin)
  await page.getByLabel(choose.matter).selectOption({ label: matter.cybercrime })
  await page.locator(".agency-choice").first().getByRole("button").last().click()
  await field(write.fact(1)).fill(FACT)
  await field(write.belief(1)).fill(BELIEF)
  await field(write.from).fill("2026-11-03")
  await field(write.name).fill("A. B., made up")
  await page.getByLabel(write.againstNone).check()
  await page.locator("#complaint-evidence").getByRole("checkbox").first().check()
  await page.locator("#complaint-field-category input").fill("Blackmail")
  await press(page, write.declaration)
  await page.getByLabel(who.second).selectOption({ label: "Farah" })
  await press(page, who.ask)
  await page.getByText(who.asked(text.common.you, "Farah")).waitFor()
}

/** The second member looks at every part of it and agrees. */
async function approves(farah: Window): Promise<void> {
  const { page, text } = farah
  const { look } = text.complaint
  await openTheCase(farah, STORY)
  await page.locator(".hand-off").getByRole("button").first().click()
  for (const words of Object.values(look.check)) await page.getByLabel(words).check()
  await press(page, look.approve)
  await page.getByText(look.waitsForPerson).waitFor()
  await press(page, text.complaint.back)
}

type Phone = Awaited<ReturnType<typeof phoneOf>> & { readonly text: ConsentText; readonly office: string }

/** Reads the case again, in the room of what may leave. */
async function looksAgain({ page, words }: Phone): Promise<void> {
  await press(page, words.back.home.refresh)
  await page.getByText(words.back.home.upToDate).first().waitFor()
  await page.getByRole("tab", { name: words.back.leaves.tab }).click()
}

async function saysWho({ page, text, office }: Phone): Promise<void> {
  await press(page, `${text.act.answer}: ${office}`)
  const { field, send } = text.identity
  await page.getByLabel(field.full_name).fill("عائشہ فرضی")
  await page.getByLabel(field.cnic).fill("42101-1234567-1")
  await page.getByLabel(field.gender).fill("woman")
  await page.getByLabel(field.mobile).fill("0300-1112223")
  await page.getByLabel(field.city).fill("Lahore")
  await page.getByLabel(field.address).fill("House 1, Made-up Street, Lahore")
  await press(page, send)
  await page.getByText(text.stand.told).first().waitFor()
}

/** Reads every page, ticks what only the person can tick, and signs. */
async function signs({ page, text, office }: Phone): Promise<void> {
  const { sign } = text
  const room = (title: string) => page.getByRole("heading", { name: title, exact: true }).first().waitFor()
  await press(page, `${text.act.read}: ${office}`)
  for (const { title } of [sign.who, sign.what, sign.against]) {
    await room(title)
    await press(page, sign.next)
  }
  await room(sign.truth.title)
  await tap(page, sign.truth.tick)
  await press(page, sign.next)
  await room(sign.code.title)
  await page.getByLabel(sign.code.label).fill(WORD)
  await press(page, sign.next)
  await room(sign.when.title)
  await tap(page, sign.when.tick)
  await press(page, sign.next)
  await room(sign.sign.title)
  await press(page, sign.sign.button)
  await page.getByText(sign.sign.done).first().waitFor()
}

/** The lawyer compares the word and signs the list of what leaves. */
async function packs({ page, text }: Window): Promise<void> {
  const { word, plan } = text.handOver
  await see(page, WORD)
  await page.locator("label", { hasText: word.yes }).click()
  await press(page, word.confirm)
  await see(page, word.checked)
  await press(page, plan.sign)
  await see(page, plan.signed("Farah"))
}

/** The officer opens the only package, and answers twice. @returns the words of the complaint as they stand on the page */
async function opensAndAnswers({ page, text }: OfficerWindow): Promise<string> {
  await page.locator(".inbox-line").first().click()
  await page.getByText(text.release.limitsTitle).waitFor({ timeout: 60_000 })
  const shown = await page.locator("main").innerText()
  const { answer } = text
  const kind = (label: string) => page.getByLabel(answer.kindLabel, { exact: true }).selectOption({ label })
  await kind(answer.kind.received)
  await page.getByLabel(answer.diary, { exact: true }).fill(DIARY)
  await press(page, answer.send)
  await page.locator(".said-kind", { hasText: answer.kind.received }).waitFor()
  await kind(answer.kind.enquiry)
  await page.getByLabel(answer.enquiryNumber, { exact: true }).fill(ENQUIRY)
  await press(page, answer.send)
  await page.locator(".said-kind", { hasText: answer.kind.enquiry }).waitFor()
  return shown
}

describe.each(["en", "ur"] as const)("from the first word to the last in %s", (locale) => {
  test("a report is drafted, approved, signed, handed over, opened, answered and taken back, and each sees what the others did", async () => {
    run = await startHelpline()
    const person = await personForALawyer(run, STORY)
    await personSends(run, person, { name: "chat.png", type: "image/png", bytes: pngOf(40, 40, [9, 9, 9]) })
    const amna = await desk(locale, "Amna")
    await takeOffer(amna, STORY)
    const agencies = amna.text.complaint
    await drafts(amna)

    const { messages } = await import(`../../apps/reporter/src/text/consent/${locale}.ts`)
    const phone: Phone = {
      ...(await phoneOf(browser, locale, { width: 320, keeps: [] })),
      text: messages,
      office: isolateName(NAMES[locale]),
    }
    closing.push(phone.close)
    await enterCode(phone, run, locale, person.receipt)
    await heading(phone.page, phone.words.back.home.title)
    await press(phone.page, phone.words.back.leaves.open)
    await saysWho(phone)

    await lookNow(amna)
    await amna.page.getByText(agencies.who.given).waitFor()
    await press(amna.page, agencies.forward.button)
    await amna.page.getByText(agencies.look.drafter).waitFor()
    await press(amna.page, agencies.back)
    const farah = await desk(locale, "Farah")
    await approves(farah)

    await looksAgain(phone)
    await signs(phone)

    await lookNow(amna)
    await packs(amna)
    await lookNow(farah)
    const { handOver } = farah.text
    await see(farah.page, handOver.build.same)
    await press(farah.page, handOver.build.send)
    await see(farah.page, handOver.step.handed)
    await see(farah.page, handOver.after.notOpened)

    const officer = await officerWindow(browser, run, locale, "Rabia")
    closing.push(officer.close)
    const shown = await opensAndAnswers(officer)
    for (const words of [FACT, BELIEF, "عائشہ فرضی", "42101-1234567-1", "Blackmail"])
      expect(shown).toContain(words)

    // What came back, on the phone and on both desks.
    await looksAgain(phone)
    await press(phone.page, `${phone.text.act.look}: ${phone.office}`)
    await phone.page
      .getByText(phone.text.answer.received(isolateLtr(DIARY)))
      .first()
      .waitFor()
    await phone.page
      .getByText(phone.text.answer.enquiry(isolateLtr(ENQUIRY)))
      .first()
      .waitFor()
    for (const one of [amna, farah]) {
      await lookNow(one)
      await see(one.page, one.text.handOver.answer.received(DIARY))
      await see(one.page, one.text.handOver.answer.enquiry(ENQUIRY))
      await one.page
        .getByText(formatDay(dayOf(Date.now()), locale))
        .first()
        .waitFor()
    }
    await farah.page.locator(".hand-over").scrollIntoViewIfNeeded()
    await keepShot(farah.page, locale, "agency-way-01-answered")

    // Taken back: the officer's open page closes by itself, and they say what they do.
    await press(phone.page, phone.text.takeBack.button)
    await press(phone.page, phone.text.takeBack.yes)
    await phone.page.getByText(phone.text.takeBack.done).first().waitFor()
    const closed = officer.text.release.closed
    await officer.page.getByText(closed.locked.title).waitFor({ timeout: 60_000 })
    expect(await officer.page.content()).not.toContain(BELIEF)
    await lookNow(farah)
    await see(farah.page, handOver.step.taken_back)
    await see(farah.page, handOver.after.locked)
    await tap(officer.page, officer.text.answer.kind.stopped)
    await press(officer.page, officer.text.answer.sendStop)
    await officer.page.getByText(closed.answered.title).waitFor()

    await looksAgain(phone)
    await phone.page.getByText(phone.text.answer.stopped).first().waitFor()
    await lookNow(amna)
    await see(amna.page, amna.text.handOver.answer.stopped)
    await amna.page.locator(".hand-over").scrollIntoViewIfNeeded()
    await keepShot(amna.page, locale, "agency-way-02-stopped")
    const all = [...amna.complaints, ...farah.complaints, ...phone.complaints, ...officer.complaints]
    expect(all).toEqual([])
  })
})

/** As the demo helpline's directory certifies it. */
const NAMES: Readonly<Record<"en" | "ur", string>> = {
  en: "NCCIA (demo)",
  ur: "این سی سی آئی اے (نمائشی)",
}
