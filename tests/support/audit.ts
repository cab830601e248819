import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Locale } from "@shn/domain"
import type { Page } from "playwright-core"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
/** Smallest height or width of something to tap that does not stand inside a sentence, in CSS pixels. */
const SMALLEST_TAP = 44

export type Audit = {
  readonly locale: Locale
  /** The reporter app: the exit button must be there, and cover nothing. */
  readonly hasExit: boolean
}

/**
 * Everything on the screen as it stands that would shut somebody out, one line each: what axe-core finds in light
 * and dark, sideways scrolling, small targets, a word or control under the exit button, a language that is not
 * named. Leaves scrolling, focus and colours as they were.
 */
export async function faultsOf(page: Page, { locale, hasExit }: Audit): Promise<readonly string[]> {
  // Through the debugger, as the page's own content policy refuses foreign scripts.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE)
  await settled(page)
  const faults = [...(await axeFaults(page, { type: "tag", values: TAGS }))]
  // Without motion, so that no colour is measured half way to another.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" })
  const inTheDark = await axeFaults(page, { type: "rule", values: ["color-contrast"] })
  faults.push(...inTheDark.map((fault) => `dark ${fault}`))
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null })
  faults.push(...(await page.evaluate(measuredFaults, { locale, hasExit, smallest: SMALLEST_TAP })))
  return [...faults, ...(await sidewaysFaults(page))]
}

/** Waits until no colour is on its way to another; what turns for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })
}

/** What would make somebody scroll sideways, and what sticks out most. */
export function sidewaysFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(widerThanTheScreen)
}

async function axeFaults(page: Page, runOnly: object): Promise<readonly string[]> {
  const found = await page.evaluate(async (only) => {
    type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }
    const { axe } = globalThis as unknown as {
      axe: { run(node: Document, options: object): Promise<{ violations: Violation[] }> }
    }
    return (await axe.run(document, { runOnly: only, resultTypes: ["violations"] })).violations
  }, runOnly)
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** Runs in the page. */
function widerThanTheScreen(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const widest = [...document.querySelectorAll<HTMLElement>("body *")]
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
    .map((element) => `${element.className || element.tagName} "${element.textContent?.slice(0, 30)}"`)
  return [`${scrollWidth - clientWidth} px too wide: ${widest.slice(-3).join(", ")}`]
}

/** Runs in the page, so it may use nothing from outside of itself. */
function measuredFaults(wish: { locale: Locale; hasExit: boolean; smallest: number }): string[] {
  const faults: string[] = []
  const root = document.documentElement
  const describe = (element: Element) =>
    `${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 40)}"`
  if (root.lang !== wish.locale) faults.push(`the page says its language is ${root.lang}`)
  if ((root.dir || "ltr") !== (wish.locale === "ur" ? "rtl" : "ltr")) faults.push(`the page runs ${root.dir}`)
  if (document.querySelectorAll("h1").length !== 1) faults.push("a screen has one main heading")

  // Urdu letters on a page in Latin letters, and the reverse, say which language they are.
  // A name between isolating marks stands apart from its sentence already.
  const URDU = /[\u0600-\u06ff]/
  const ISOLATED = /\u2068[^\u2069]*\u2069/g
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent)
    if (wish.locale === "ur" || !URDU.test(own.join("").replace(ISOLATED, ""))) continue
    const language = element.closest("[lang]")?.getAttribute("lang")
    if (language !== "ur" && element.closest('[dir="auto"], bdi') === null)
      faults.push(`unnamed Urdu: ${describe(element)}`)
  }

  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
    element.closest(".skip-link, .visually-hidden, dialog:not([open])") === null
  const controls = [
    ...document.querySelectorAll<HTMLElement>("button, a[href], input, textarea, select, summary"),
  ].filter(isShown)
  for (const control of controls) {
    const target = control.closest(".switch-row, .option") ?? control
    const { width, height } = target.getBoundingClientRect()
    const isInSentence = control.tagName === "A" && control.closest("p, li p, .prose") !== null
    if (!isInSentence && Math.min(width, height) < wish.smallest - 0.5)
      faults.push(`small target, ${Math.round(width)} x ${Math.round(height)}: ${describe(control)}`)
  }

  const exit = document.querySelector<HTMLElement>(".quick-exit")
  if ((exit !== null) !== wish.hasExit) faults.push(exit === null ? "no exit button" : "an exit button")
  if (exit === null) return faults
  const from = { x: scrollX, y: scrollY, focus: document.activeElement }
  // What lies under the whole bar is hidden cleanly; a bar that lets words shine through would cover half of them.
  const bar = exit.closest<HTMLElement>(".exit-bar") ?? exit
  if (!/^rgb\(/.test(getComputedStyle(bar).backgroundColor)) faults.push("words shine through under the exit")
  const pill = () => bar.getBoundingClientRect()
  const meets = (box: DOMRect) => {
    const over = pill()
    return (
      Math.min(box.right, over.right) - Math.max(box.left, over.left) > 1 &&
      Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top) > 1
    )
  }
  const { top, bottom, left, right } = pill()
  if (top < 0 || bottom > innerHeight || left < 0 || right > innerWidth)
    faults.push("the exit button is not wholly on the screen")
  // At the top of the page nothing lies under it.
  scrollTo(0, 0)
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const parent = node.parentElement
    if (parent === null || bar.contains(parent) || !isShown(parent) || node.textContent?.trim() === "")
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    if ([...range.getClientRects()].some(meets)) faults.push(`covered text: ${describe(parent)}`)
  }
  // Wherever the page is scrolled: what takes the focus comes out from under it.
  for (const control of controls) {
    if (bar.contains(control)) continue
    control.focus()
    const box = (control.closest(".switch-row, .option") ?? control).getBoundingClientRect()
    const isTall = box.height > innerHeight / 2
    if (meets(box) && !isTall) faults.push(`covered control: ${describe(control)}`)
  }
  if (from.focus instanceof HTMLElement) from.focus.focus({ preventScroll: true })
  scrollTo(from.x, from.y)
  return faults
}
