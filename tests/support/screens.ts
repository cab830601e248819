import { mkdirSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Locale } from "@shn/domain"
import type { Browser, Page } from "playwright-core"
import { newPhone, type PhoneOptions } from "./browser.ts"
import type { Running } from "./running.ts"

/** The words on the screens, taken from the catalogues, so that one journey runs in every language. */
export async function wordsIn(locale: Locale) {
  const [help, back, words, common] = await Promise.all([
    import(`../../apps/reporter/src/text/help/${locale}.ts`),
    import(`../../apps/reporter/src/text/back/${locale}.ts`),
    import(`../../apps/reporter/src/text/words/${locale}.ts`),
    import(`../../packages/ui/src/text/common/${locale}.ts`),
  ])
  const { loadDeskText } = await import("../../apps/desk/src/text/all.ts")
  const { messages: demo } = await import(`../../packages/staff/src/text/demo/${locale}.ts`)
  return {
    help: help.messages as typeof import("../../apps/reporter/src/text/help/en.ts")["messages"],
    back: back.messages as typeof import("../../apps/reporter/src/text/back/en.ts")["messages"],
    words: words.messages as typeof import("../../apps/reporter/src/text/words/en.ts")["messages"],
    common: common.messages as typeof import("../../packages/ui/src/text/common/en.ts")["messages"],
    desk: await loadDeskText(locale),
    demo: demo as typeof import("../../packages/staff/src/text/demo/en.ts")["messages"],
  }
}
export type Words = Awaited<ReturnType<typeof wordsIn>>

const SCREENS = resolve(import.meta.dirname, "../../docs/screens")

/** A phone of one language that says when a page did something a strict policy or a reader would complain about. */
export async function phoneOf(
  browser: Browser,
  locale: Locale,
  /** `keeps`: the screens of this journey that docs show; all of them when left out. */
  options: PhoneOptions & { readonly actor?: string; readonly keeps?: readonly string[] } = {},
): Promise<{
  page: Page
  words: Words
  complaints: string[]
  shot: (name: string) => Promise<void>
  close: () => Promise<void>
}> {
  const { context, page } = await newPhone(browser, {
    locale: locale === "en" ? "en-GB" : "ur-PK",
    ...options,
  })
  const complaints: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(error.message))
  let number = 0
  return {
    page,
    words: await wordsIn(locale),
    complaints,
    // Screenshots are kept in docs and refreshed by `npm run screens`; a plain test run writes none.
    shot: async (name) => {
      if (options.keeps?.includes(name) === false) return
      number++
      await keepShot(
        page,
        locale,
        `${options.actor ?? "reporter"}-${String(number).padStart(2, "0")}-${name}`,
      )
    },
    close: () => context.close(),
  }
}

/** Keeps what the page shows in docs; only `npm run screens` writes, a plain test run does not. */
export async function keepShot(page: Page, locale: Locale, name: string): Promise<void> {
  if (process.env.SHN_SCREENS !== "1") return
  const folder = join(SCREENS, locale)
  mkdirSync(folder, { recursive: true })
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Taps the thing that says exactly this. */
export async function tap(page: Page, text: string): Promise<void> {
  // The whole card is the input, laid over its words: a finger on the words lands on it. Waits until it holds still.
  const words = page.getByText(text, { exact: true })
  await page.locator("label", { has: words }).or(words).first().click()
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click()
}

/** Waits until a screen with this heading is shown. */
export async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { name, exact: true, level: 1 }).waitFor({ timeout: 30_000 })
}

export type Report = {
  readonly story: string
  readonly about?: string
  readonly danger?: boolean
  readonly kind?: "psych" | "legal" | "cyber"
}

/** From the home page to the story screen, answering as a frightened person might: little. */
export async function goToStory(
  phone: Awaited<ReturnType<typeof phoneOf>>,
  run: Running,
  locale: Locale,
  report: Report,
): Promise<void> {
  const { page, words, shot } = phone
  const { help } = words
  await page.goto(`${run.reporter}/${locale}/`)
  await shot("home")
  await page.locator(`a[href="/${locale}/help/"]`).first().click()
  await heading(page, help.safe.title)
  await shot("safe")
  await tap(page, help.safe.yes)
  await press(page, help.next)
  await heading(page, help.now.title)
  await tap(page, report.danger === true ? help.now.item.danger_now : help.now.item.repeated)
  await shot("now")
  await press(page, help.next)
  if (report.danger === true) {
    await heading(page, help.numbers.title)
    await shot("numbers")
    await press(page, help.numbers.goOn)
  }
  await heading(page, help.age.title)
  await tap(page, words.words.age["18_24"])
  await shot("age")
  await press(page, help.next)
  await heading(page, help.what.title)
  await tap(page, words.words.act.workplace)
  await shot("what")
  await press(page, help.next)
  await heading(page, help.where.title)
  await tap(page, words.words.province.punjab)
  await shot("where")
  await press(page, help.next)
  await heading(page, help.boundaries.title)
  await tap(page, words.words.boundary.no_family)
  await shot("boundaries")
  await press(page, help.next)
  await heading(page, help.kinds.title)
  await tap(page, words.words.discipline[report.kind ?? "psych"])
  await shot("kinds")
  await press(page, help.next)
  await heading(page, help.expert.title)
  if (!(await page.getByRole("checkbox", { name: words.words.language.ur, exact: true }).isChecked())) {
    await tap(page, words.words.language.ur)
  }
  await tap(page, words.words.gender.woman)
  await shot("expert")
  await press(page, help.next)
  await heading(page, help.story.title)
  await page.getByLabel(help.story.label).first().fill(report.story)
  await shot("story")
}

/** From the story screen to "sent". @returns the nine groups of digits of the receipt */
export async function sendStory(
  phone: Awaited<ReturnType<typeof phoneOf>>,
  report: Report,
  /** What the person does when they are asked something after the last button. */
  whenAsked?: () => Promise<void>,
): Promise<readonly string[]> {
  const { page, shot } = phone
  const { help } = phone.words
  await press(page, help.next)
  await heading(page, help.about.title)
  if (report.about !== undefined) await page.getByLabel(help.about.label).first().fill(report.about)
  await shot("about")
  await press(page, help.next)
  await heading(page, help.review.title)
  await page.getByRole("button", { name: help.review.confirm, exact: true }).waitFor({ timeout: 60_000 })
  await shot("review")
  await press(page, help.review.confirm)
  await heading(page, help.receipt.title)
  await shot("receipt")
  const groups = await digitGroups(page, help)
  await press(page, help.receipt.done)
  await heading(page, help.typeBack.title)
  for (let position = 1; position <= 9; position++) {
    const field = page.getByLabel(help.typeBack.part(position), { exact: true })
    if (await field.count()) await field.fill(groups[position - 1] ?? "")
  }
  await shot("type-back")
  await press(page, help.typeBack.send)
  await whenAsked?.()
  await heading(page, help.sent.title)
  await shot("sent")
  return groups
}

async function digitGroups(page: Page, help: Words["help"]): Promise<readonly string[]> {
  const read = () => page.locator(".receipt-text").allInnerTexts()
  const shown = await read()
  if (shown.every((text) => /^\d{4}$/.test(text.trim()))) return shown.map((text) => text.trim())
  await press(page, help.receipt.digits)
  await page.waitForFunction(() =>
    /^\d{4}$/.test(document.querySelector(".receipt-text")?.textContent?.trim() ?? ""),
  )
  return (await read()).map((text) => text.trim())
}

/** Opens a case again with its code. */
export async function enterCode(
  phone: Awaited<ReturnType<typeof phoneOf>>,
  run: Running,
  locale: Locale,
  code: string,
): Promise<void> {
  const { page, words } = phone
  await page.goto(`${run.reporter}/${locale}/back/`)
  await heading(page, words.back.enter.title)
  await page.getByLabel(words.back.enter.label, { exact: true }).fill(code)
  await press(page, words.back.enter.open)
}

/** Signs a made-up member in with one tap, as the demo offers. */
export async function demoSignIn(
  page: Page,
  run: Running,
  words: Words,
  locale: Locale,
  alias: string,
): Promise<void> {
  await page.goto(`${run.desk}/#/${locale}`)
  await page.getByRole("button", { name: new RegExp(alias) }).click()
  await heading(page, words.desk.offers.title)
}
