import { receiptCode } from "@shn/sealed"
import { DESK_ROUTES, REPORTER_ROUTES } from "@shn/wire"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Colleague, readCase, signIn } from "../support/colleague.ts"
import { call, openPerson, type Person, sealCase, textsOf } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { enterCode, goToStory, heading, phoneOf, press, sendStory } from "../support/screens.ts"

// What people type, paste and mistype. Each case: a clear sentence or a success, and never a lost word.
let run: Running
let browser: Browser
let coordinator: Colleague
let person: Person
const STORY = "This one is only opened, in many ways of writing the same code."

beforeAll(async () => {
  browser = await launchBrowser()
  run = await startHelpline()
  coordinator = await signIn(run, "Farah")
  const org = run.organisation.deployment
  person = await openPerson(run.reporter, org)
  const body = await sealCase(run.reporter, org, person, { story: STORY })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
})
afterAll(async () => {
  await run?.close()
  await browser?.close()
})

/** The story of the newest case, as a coordinator's own keys open it. */
async function storyAtTheDesk(known: ReadonlySet<string>): Promise<string> {
  const { cases } = await coordinator.call(DESK_ROUTES.myCases, {})
  const fresh = cases.filter((one) => !known.has(one.caseId))
  expect(fresh).toHaveLength(1)
  const { opened } = await readCase(run, coordinator, fresh[0]!.caseId)
  expect(opened.findings).toEqual([])
  return textsOf(opened)[0] ?? ""
}

async function casesNow(): Promise<ReadonlySet<string>> {
  const { cases } = await coordinator.call(DESK_ROUTES.myCases, {})
  return new Set(cases.map((one) => one.caseId))
}

function inDigits(code: string, zero: number): string {
  return code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
}

/** Puts text into a field as a paste does, also text that has no UTF-8 form. `codes`: UTF-16 code units. */
async function paste(page: Page, label: string, codes: readonly number[]): Promise<void> {
  await page
    .getByLabel(label)
    .first()
    .evaluate((field, units) => {
      const area = field as HTMLTextAreaElement
      area.value = units.map((unit) => String.fromCharCode(unit)).join("")
      area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }))
    }, codes)
}

const unitsOf = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))

describe("a code is opened however it is written", () => {
  const words = () => {
    const groups = person.receipt.split(" ")
    return { groups, spaced: groups.join("   \n ") }
  }
  test.each([
    ["with Urdu digits", "ur", () => inDigits(person.receipt, 0x06f0)],
    ["with Arabic-Indic digits", "ur", () => inDigits(person.receipt, 0x0660)],
    ["with dashes, line breaks and many spaces", "en", () => `  ${words().spaced.replace(" ", " - ")}  `],
    ["all in one", "en", () => words().groups.join("")],
    ["with the invisible marks of a right-to-left page", "ur", () => `\u202b${person.receipt}\u202c\u200f`],
  ] as const)("%s", async (_, locale, written) => {
    const phone = await phoneOf(browser, locale)
    await enterCode(phone, run, locale, written())
    await phone.page.getByText(STORY).first().waitFor({ timeout: 30_000 })
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  test("as words in capitals with extra spaces", async () => {
    const phone = await phoneOf(browser, "en")
    await goToStory(phone, run, "en", { story: "Told once, opened with words." })
    const { page } = phone
    const { help } = phone.words
    await press(page, help.next)
    await press(page, help.next)
    await page.getByRole("button", { name: help.review.confirm, exact: true }).click({ timeout: 60_000 })
    await heading(page, help.receipt.title)
    // In English the words are shown first.
    const face = (await page.locator(".receipt-text").allInnerTexts()).map((word) => word.trim())
    await press(page, help.receipt.done)
    for (let position = 1; position <= 9; position++) {
      const field = page.getByLabel(help.typeBack.part(position), { exact: true })
      if (await field.count()) await field.fill(` ${(face[position - 1] ?? "").toUpperCase()}  `)
    }
    await press(page, help.typeBack.send)
    await heading(page, help.sent.title)
    await enterCode(phone, run, "en", `  ${face.join("    ").toUpperCase()} `)
    await page.getByText("Told once, opened with words.").first().waitFor({ timeout: 30_000 })
    await phone.close()
  })
})

describe("a wrong code is told apart on the phone, in one sentence, and nothing of it is sent", () => {
  const oneDigitOff = (): string => person.receipt.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
  const otherHelpline = () =>
    receiptCode(new Uint8Array(11).fill(7), Buffer.from(new Uint8Array(16).fill(9)).toString("base64url"))
  const rows: readonly (readonly [string, "en" | "ur", () => string])[] = [
    ["with one digit wrong", "ur", oneDigitOff],
    ["of another helpline", "en", () => otherHelpline().groups.join(" ")],
    ["of another helpline, in words", "ur", () => otherHelpline().words.join(" ")],
    ["half typed", "en", () => person.receipt.slice(0, 20)],
    ["that is a whole pasted letter", "ur", () => "آداب، ".repeat(500)],
    ["of control characters and half characters", "en", () => "\u0000\u0007\u202e 1234"],
  ]
  test.each(rows)("%s", async (_, locale, written) => {
    const phone = await phoneOf(browser, locale)
    const before = run.reporterLine.log.length
    await enterCode(phone, run, locale, written())
    await phone.page.getByText(phone.words.back.enter.wrong).waitFor()
    const calls = run.reporterLine.log.slice(before).filter((one) => one.path.startsWith("/api/login"))
    expect(calls).toEqual([])
    // What was typed stays, so that one digit can be mended.
    const typed = await phone.page.getByLabel(phone.words.back.enter.label, { exact: true }).inputValue()
    expect(typed).toContain(written().trim().slice(-4))
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  test("a right code that opens nothing gets a sentence of its own", async () => {
    const phone = await phoneOf(browser, "ur")
    const unused = receiptCode(new Uint8Array(11).fill(5), run.organisation.deployment.deploymentId)
    await enterCode(phone, run, "ur", unused.groups.join(" "))
    await phone.page.getByText(phone.words.back.enter.unknown).waitFor({ timeout: 30_000 })
    await phone.close()
  })
})

describe("a story", () => {
  test.each(["en", "ur"] as const)(
    "that is empty or only spaces gets a friendly sentence at the field in %s",
    async (locale) => {
      const phone = await phoneOf(browser, locale)
      await goToStory(phone, run, locale, { story: "" })
      const { page, words } = phone
      await press(page, words.help.next)
      await page.getByText(words.help.story.empty).waitFor()
      await page.getByLabel(words.help.story.label).first().fill("  \n\t ")
      await press(page, words.help.next)
      await page.getByText(words.help.story.empty).waitFor()
      await heading(page, words.help.story.title)
      const focused = await page.evaluate(() => document.activeElement?.tagName)
      expect(focused).toBe("TEXTAREA")
      await phone.close()
    },
  )

  test("of 200,001 characters is kept and named too long; of 200,000 it arrives whole at the desk", async () => {
    const known = await casesNow()
    const phone = await phoneOf(browser, "ur")
    const { page, words } = phone
    // Two bytes for most letters, and the ends are marked: nothing may be missing at either.
    const whole = `آغاز${"ہر رات پیغام آتا ہے۔\n".repeat(10_000).slice(0, 199_992)}انجام`.slice(0, 200_000)
    expect(whole).toHaveLength(200_000)
    await goToStory(phone, run, "ur", { story: "." })
    await paste(page, words.help.story.label, unitsOf(`${whole}!`))
    await press(page, words.help.next)
    await page.getByText(words.help.story.long).waitFor()
    await page.waitForTimeout(1_500)
    const kept = await page.getByLabel(words.help.story.label).first().inputValue()
    expect(kept === `${whole}!`).toBe(true)
    await paste(page, words.help.story.label, unitsOf(whole))
    await sendStory(phone, { story: whole })
    expect((await storyAtTheDesk(known)) === whole).toBe(true)
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  test.each([
    ["emoji of every kind", "😔👨‍👩‍👧🇵🇰👍🏽 ﷺ", "en"],
    ["many scripts in one line", "میں said نہیں 不要 ਨਹੀਂ no to him १२३ ۱۲۳", "ur"],
    [
      "characters that turn the writing direction around",
      "before \u202etfel-ot-thgir\u202c after \u2066x\u2069",
      "ur",
    ],
    ["control characters", "bell\u0007 escape\u001b[31m tab\t zero\u0000 end\u007f\u0085\u2028", "en"],
    [
      "signs that are code elsewhere",
      `<script>alert(1)</script> &amp; "'\\ \${x} {{y}} %00 ' OR 1=1 --`,
      "en",
    ],
    ["marks piled on one letter", `Z${"\u0335\u0321\u0316".repeat(300)}`, "ur"],
  ] as const)("with %s arrives as it was written", async (_, story, locale) => {
    const known = await casesNow()
    const phone = await phoneOf(browser, locale)
    await goToStory(phone, run, locale, { story: "." })
    await paste(phone.page, phone.words.help.story.label, unitsOf(story))
    await sendStory(phone, { story, about: story })
    expect(await storyAtTheDesk(known)).toBe(story)
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  test("with half a character pasted into it arrives with a mark in that place, and everything around it", async () => {
    const known = await casesNow()
    const phone = await phoneOf(browser, "ur")
    await goToStory(phone, run, "ur", { story: "." })
    await paste(phone.page, phone.words.help.story.label, [
      ...unitsOf("پہلے "),
      0xd83d,
      ...unitsOf(" بعد "),
      0xdc00,
    ])
    await sendStory(phone, { story: "" })
    expect(await storyAtTheDesk(known)).toBe("پہلے \ufffd بعد \ufffd")
    await phone.close()
  })

  test("names who it is about in up to 4,000 characters; more is kept, and said", async () => {
    const phone = await phoneOf(browser, "ur")
    const { page, words } = phone
    await goToStory(phone, run, "ur", { story: "مختصر" })
    await press(page, words.help.next)
    await heading(page, words.help.about.title)
    const label = page.getByLabel(words.help.about.label).first()
    const long = "ا".repeat(4_001)
    await label.fill(long)
    await press(page, words.help.next)
    await page.getByText(words.help.about.long).waitFor()
    expect(await label.inputValue()).toBe(long)
    await label.fill(long.slice(1))
    await press(page, words.help.next)
    await heading(page, words.help.review.title)
    await phone.close()
  })

  test("takes a safe way to be reached of sensible length; more is kept, and said at that field", async () => {
    const phone = await phoneOf(browser, "en")
    const { page, words } = phone
    await goToStory(phone, run, "en", { story: "Short." })
    await page.getByText(words.help.story.contact).click()
    const field = page.getByLabel(words.help.story.words)
    await field.fill("x".repeat(901))
    await press(page, words.help.next)
    await page.getByText(words.help.story.contactLong).waitFor()
    expect((await field.inputValue()).length).toBe(901)
    await field.fill("x".repeat(900))
    await press(page, words.help.next)
    await heading(page, words.help.about.title)
    await phone.close()
  })
})
