import type { Locale } from "@shn/domain"
import type { Browser, Page } from "playwright-core"
import { type AgencyText, loadAgencyText } from "../../apps/agency/src/text/all.ts"
import { loadDemoText } from "../../packages/staff/src/text/demo/area.ts"
import { newPhone } from "./browser.ts"
import type { Running } from "./running.ts"
import { heading } from "./screens.ts"

/** An officer at a browser. */
export type OfficerWindow = {
  readonly page: Page
  readonly text: AgencyText
  readonly locale: Locale
  /** What the browser complained about: a content policy, an error. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** Signs a made-up officer in with one tap. @param width CSS pixels; an office screen when left out */
export async function officerWindow(
  browser: Browser,
  run: Running,
  locale: Locale,
  alias: string,
  width = 1280,
): Promise<OfficerWindow> {
  const { context, page } = await newPhone(browser, { width, locale: locale === "en" ? "en-GB" : "ur-PK" })
  const complaints: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text())
  })
  page.on("pageerror", (error) => complaints.push(error.message))
  const text = await loadAgencyText(locale)
  const window = { page, text, locale, complaints, close: () => context.close() }
  await page.goto(`${run.agency}/#/${locale}`)
  await heading(page, text.door.title)
  await signOfficerIn(window, alias)
  return window
}

export async function signOfficerIn({ page, text, locale }: OfficerWindow, alias: string): Promise<void> {
  const demo = await loadDemoText(locale)
  await page.getByText(demo.officers.title).waitFor()
  await page.getByRole("button", { name: new RegExp(alias) }).click({ timeout: 30_000 })
  await page.getByRole("heading", { name: text.inbox.title, level: 1 }).waitFor({ timeout: 90_000 })
}

/** The line of a release in the inbox. */
export function lineOf({ page }: OfficerWindow, releaseId: string) {
  return page.locator(".inbox-line", { hasText: releaseId.slice(0, 8).toUpperCase() })
}

/** Opens it and waits until everything is checked. */
export async function openWhole(window: OfficerWindow, releaseId: string): Promise<void> {
  await lineOf(window, releaseId).click()
  await window.page.getByText(window.text.release.limitsTitle).waitFor({ timeout: 60_000 })
}
