import { existsSync } from "node:fs"
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"

export const CHROMIUM_PATH = process.env.SHN_CHROMIUM ?? "/usr/bin/chromium"

/** Quiet, and with no calls of its own: there is no network here. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const

/** A small, common phone: 360 x 740 CSS pixels; 320 is the narrowest the pages promise. */
export const PHONE = { width: 360, height: 740 }

export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  if (!existsSync(CHROMIUM_PATH)) throw new Error("Chromium is missing: apt-get install chromium")
  return chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: [...CHROMIUM_ARGS, ...extra],
  })
}

export type PhoneOptions = {
  readonly width?: number
  readonly locale?: string
  readonly serviceWorkers?: "allow" | "block"
}

/** A fresh phone: no storage, no history, touch on. */
export async function newPhone(
  browser: Browser,
  options: PhoneOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? PHONE.width, height: PHONE.height },
    hasTouch: true,
    isMobile: true,
    locale: options.locale ?? "en-GB",
    timezoneId: "Asia/Karachi",
    serviceWorkers: options.serviceWorkers ?? "allow",
  })
  context.setDefaultTimeout(15_000)
  return { context, page: await context.newPage() }
}
