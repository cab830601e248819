import type { Locale } from "@shn/domain"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { faultsOf, sidewaysFaults } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { enterCode, goToStory, heading, phoneOf, press, sendStory, tap } from "../support/screens.ts"

const NARROW = 320
const REPORT = { story: "میرے مینیجر ہر رات پیغام بھیجتے ہیں۔ Case 2026-114.", about: "Asad", danger: true }

let run: Running
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  run = await startHelpline()
})
afterEach(() => run?.close())

type Phone = Awaited<ReturnType<typeof phoneOf>>

/** A narrow phone that looks hard at every screen on the way; `seen` holds what it found, screen by screen. */
async function criticalPhone(locale: Locale, look: (page: Page) => Promise<readonly string[]>, by = browser) {
  const phone = await phoneOf(by, locale, { width: NARROW })
  const seen: string[] = []
  const looked: string[] = []
  const shot = async (name: string) => {
    looked.push(name)
    seen.push(...(await look(phone.page)).map((fault) => `${name}: ${fault}`))
  }
  return { ...phone, shot, seen, looked }
}

const reporterLook = (locale: Locale) => (page: Page) => faultsOf(page, { locale, hasExit: true })

async function readPages(phone: Phone, locale: Locale): Promise<void> {
  for (const path of ["danger", "privacy", "not-there", "back"]) {
    await phone.page.goto(`${run.reporter}/${locale}/${path}/`)
    await phone.page.locator("h1").waitFor()
    await phone.shot(path)
  }
}

async function readCase(phone: Phone, locale: Locale, groups: readonly string[]): Promise<void> {
  const { page, words } = phone
  await enterCode(phone, run, locale, groups.join(" "))
  await page.getByText(REPORT.story).first().waitFor({ timeout: 30_000 })
  await phone.shot("talk")
  for (const tab of ["tabReaders", "tabRules"] as const) {
    await tap(page, words.back.home[tab])
    await phone.shot(tab)
  }
}

describe.each(["en", "ur", "ur-Latn"] as const)("the reporter app in %s", (locale) => {
  test("shuts nobody out on any page or step, in light and in dark, and the exit covers nothing", async () => {
    const phone = await criticalPhone(locale, reporterLook(locale))
    await readPages(phone, locale)
    await goToStory(phone, run, locale, REPORT)
    const groups = await sendStory(phone, REPORT)
    await readCase(phone, locale, groups)
    expect(phone.looked.length).toBeGreaterThan(20)
    expect(phone.seen).toEqual([])
    await phone.close()
  })
})

describe.each(["en", "ur"] as const)("with letters of twice the size, in %s", (locale) => {
  test("no screen of the reporter app scrolls sideways on a narrow phone", async () => {
    const large = await launchBrowser(["--blink-settings=defaultFontSize=32"])
    try {
      const phone = await criticalPhone(locale, sidewaysFaults, large)
      await phone.page.goto(`${run.reporter}/${locale}/`)
      const size = await phone.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
      expect(size).toBe("32px")
      await readPages(phone, locale)
      await goToStory(phone, run, locale, REPORT)
      await readCase(phone, locale, await sendStory(phone, REPORT))
      expect(phone.seen).toEqual([])
    } finally {
      await large.close()
    }
  })
})

describe("mistakes and bad luck", () => {
  test.each(["en", "ur"] as const)("are told at the field, and the focus goes there (%s)", async (locale) => {
    const phone = await criticalPhone(locale, reporterLook(locale))
    const { page, words } = phone
    const { help, back } = words
    await goToStory(phone, run, locale, { story: "" })
    await press(page, help.next)
    await expect.poll(() => focusedField(page)).toContain(help.story.empty)
    await phone.shot("story empty")
    await press(page, words.common.back)
    await press(page, words.common.back)
    await heading(page, help.kinds.title)
    await tap(page, words.words.discipline.psych)
    await press(page, help.next)
    await expect.poll(() => focusedField(page)).toContain(help.kinds.missing)
    await phone.shot("no kind")
    await page.goto(`${run.reporter}/${locale}/back/`)
    await enterCode(phone, run, locale, "1234")
    await page.getByText(back.enter.wrong).waitFor()
    await expect.poll(() => focusedField(page)).toContain(back.enter.wrong)
    await phone.shot("wrong code")
    expect(phone.seen).toEqual([])
    await phone.close()
  })

  test.each(["en", "ur"] as const)("are shown calmly when the line is cut (%s)", async (locale) => {
    const phone = await criticalPhone(locale, reporterLook(locale))
    const { page, words } = phone
    await goToStory(phone, run, locale, { story: REPORT.story })
    await press(page, words.help.next)
    run.reporterLine.tamper({ before: (path) => (path === "/api/proposals" ? "cut" : undefined) })
    await press(page, words.help.next)
    await page.getByRole("button", { name: words.common.tryAgain, exact: true }).waitFor({ timeout: 60_000 })
    expect(
      await page.getByRole("alert").filter({ hasText: words.help.failed.offline }).count(),
    ).toBeGreaterThan(0)
    await phone.shot("no connection")
    run.reporterLine.tamper({})
    await press(page, words.common.tryAgain)
    await page
      .getByRole("button", { name: words.help.review.confirm, exact: true })
      .waitFor({ timeout: 60_000 })
    expect(phone.seen).toEqual([])
    await phone.close()
  })
})

/** Everything that is read out with the field, or the group of fields, that has the focus. */
function focusedField(page: Page): Promise<string> {
  return page.evaluate(() => {
    const field = document.activeElement
    const described = field?.closest("[aria-describedby]") ?? null
    if (field?.tagName === "TEXTAREA" && field.getAttribute("aria-invalid") !== "true") return "not marked"
    return (described?.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ")
  })
}

describe("our own eyes", () => {
  test("see a planted button without a name, pale words, a wide box, a small target, a covered word and unnamed Urdu", async () => {
    const { page, close } = await phoneOf(browser, "en", { width: NARROW })
    await page.goto(`${run.reporter}/en/`)
    expect(await faultsOf(page, { locale: "en", hasExit: true })).toEqual([])
    await page.evaluate(() => {
      const plant = (tag: string, words: string, look: Partial<CSSStyleDeclaration>) => {
        const element = document.createElement(tag)
        element.textContent = words
        Object.assign(element.style, look)
        document.querySelector("main")?.append(element)
      }
      plant("button", "", {})
      plant("p", "pale words", { color: "#e0d8cc" })
      plant("div", "a wide box", { width: "500px" })
      plant("div", "اردو", {})
      plant("p", "a covered word", { position: "absolute", top: "10px", left: "200px" })
    })
    const faults = (await faultsOf(page, { locale: "en", hasExit: true })).join("\n")
    for (const what of [
      "button-name",
      "color-contrast",
      "too wide",
      "unnamed Urdu",
      "covered text",
      "small target",
    ])
      expect(faults).toContain(what)
    await close()
  })
})
