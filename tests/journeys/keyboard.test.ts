import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { wordsIn } from "../support/screens.ts"

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

const MOST_STEPS = 60
const STORY = "Somebody waits for me every evening."

/** What a screen reader would call the thing that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return ""
    const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : at
    const words = label?.querySelector(".option-label, .switch-label") ?? label
    return words?.textContent?.trim() ?? ""
  })
}

/** Presses one key again and again until the thing of this name has the focus. */
async function moveTo(page: Page, name: string, key = "Tab"): Promise<void> {
  const passed: string[] = []
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const here = await focused(page)
    if (here === name || (key === "Tab" && here.startsWith(name))) return
    passed.push(here)
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never came to "${name}"; it passed ${passed.join(" | ")}`)
}

async function go(page: Page, button: string): Promise<void> {
  await moveTo(page, button)
  await page.keyboard.press("Enter")
}

async function tick(page: Page, name: string): Promise<void> {
  await moveTo(page, name)
  await page.keyboard.press("Space")
}

/** Chooses one card of a group: Tab to the group, whose first card has this name, then the arrows. */
async function choose(page: Page, first: string, name: string): Promise<void> {
  await moveTo(page, first)
  if (name === first) await page.keyboard.press("Space")
  else await moveTo(page, name, "ArrowDown")
}

/** The new step's heading has the focus, so that it is read out. */
async function isAt(page: Page, title: string): Promise<void> {
  await expect
    .poll(
      () => page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`),
      {
        timeout: 60_000,
      },
    )
    .toBe(`H1 ${title}`)
}

test("with the keyboard alone a person reports and an expert answers; each new step takes the focus", async () => {
  const { help, words, common, desk } = await wordsIn("en")
  const { page } = await newScreen()
  await page.goto(`${run.reporter}/en/`)
  await go(page, "Get help")
  await page.getByRole("heading", { name: help.safe.title, level: 1 }).waitFor()
  await page.waitForTimeout(500)
  await choose(page, help.safe.yes, help.safe.yes)
  await go(page, help.next)
  await isAt(page, help.now.title)
  await tick(page, help.now.item.repeated)
  await go(page, help.next)
  await isAt(page, help.age.title)
  await choose(page, words.age.under_18, words.age["18_24"])
  await go(page, help.next)
  await isAt(page, help.what.title)
  await choose(page, words.act.workplace, words.act.education)
  await go(page, help.next)
  await isAt(page, help.where.title)
  await choose(page, words.province.punjab, words.province.sindh)
  await go(page, help.next)
  await isAt(page, help.boundaries.title)
  await tick(page, words.boundary.no_institution)
  await tick(page, words.boundary.wants_institution)
  // The switch that went off by itself is told without being looked at.
  await expect
    .poll(() => page.getByRole("status").allTextContents())
    .toContainEqual(expect.stringContaining(words.excluded.institution_cannot_act_if_not_told))
  await go(page, help.next)
  await isAt(page, help.kinds.title)
  await tick(page, words.discipline.psych)
  await go(page, help.next)
  await isAt(page, help.expert.title)
  await tick(page, words.language.ur)
  await go(page, help.next)
  await isAt(page, help.story.title)
  await moveTo(page, help.story.label)
  await page.keyboard.type(STORY)
  await go(page, help.next)
  await isAt(page, help.about.title)
  await go(page, help.next)
  await isAt(page, help.review.title)
  await page.getByRole("button", { name: help.review.confirm }).waitFor({ timeout: 60_000 })
  await go(page, help.review.confirm)
  await isAt(page, help.receipt.title)
  const code = (await page.locator(".receipt-text").allInnerTexts()).map((part) => part.trim())
  await go(page, help.receipt.done)
  await isAt(page, help.typeBack.title)
  for (let position = 1; position <= code.length; position++) {
    const label = help.typeBack.part(position)
    if ((await page.getByLabel(label, { exact: true }).count()) === 0) continue
    await moveTo(page, label)
    await page.keyboard.type(code[position - 1] ?? "")
  }
  await go(page, help.typeBack.send)
  await isAt(page, help.sent.title)

  const staff = await newScreen()
  await staff.page.goto(`${run.desk}/#/en`)
  await staff.page.getByRole("button", { name: /Sana/ }).waitFor({ timeout: 30_000 })
  await go(staff.page, "Try as Sana")
  await isAt(staff.page, desk.offers.title)
  await staff.page.getByRole("button", { name: desk.offers.openPreview }).waitFor({ timeout: 30_000 })
  await go(staff.page, desk.offers.openPreview)
  await staff.page.getByLabel(desk.offers.conflictQuestion).waitFor({ timeout: 30_000 })
  await tick(staff.page, desk.offers.conflictQuestion)
  await go(staff.page, desk.offers.accept)
  await staff.page.getByText(STORY).first().waitFor({ timeout: 30_000 })
  await moveTo(staff.page, desk.cases.writeLabel)
  await staff.page.keyboard.type("You did nothing wrong.")
  await go(staff.page, common.send)
  await expect
    .poll(() => staff.page.getByRole("status").allTextContents(), { timeout: 30_000 })
    .toContain(desk.cases.sent)
})

test("nothing moves by itself for a person who asked for less motion", async () => {
  const { help } = await wordsIn("en")
  const moving = async (wish: "reduce" | "no-preference") => {
    const { page } = await newScreen(wish)
    await page.goto(`${run.reporter}/en/help/`)
    await page.getByText(help.safe.yes).waitFor()
    return page.evaluate(
      () =>
        document.getAnimations().length +
        [...document.querySelectorAll("*")]
          .flatMap((element) => getComputedStyle(element).transitionDuration.split(", "))
          .filter((time) => Number.parseFloat(time) > 0).length,
    )
  }
  expect(await moving("no-preference")).toBeGreaterThan(0)
  expect(await moving("reduce")).toBe(0)
})

async function newScreen(reducedMotion: "reduce" | "no-preference" = "no-preference") {
  const context = await browser.newContext({ viewport: { width: 390, height: 740 }, reducedMotion })
  context.setDefaultTimeout(15_000)
  return { page: await context.newPage() }
}
