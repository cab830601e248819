import type { Browser, Page } from "playwright-core"
import { newPhone } from "../tests/support/browser.ts"
import type { Exchange } from "../tests/support/line.ts"
import { type Running, startHelpline } from "../tests/support/running.ts"

/** ARCHITECTURE, budgets: a poor mobile line and a phone four times slower than this machine. */
const THROTTLE = { bytesPerSecond: 50_000, latencyMs: 400, cpuSlowdown: 4 }

export type PageFigures = {
  readonly locale: string
  readonly firstVisitBytes: number
  readonly firstVisitRequests: number
  readonly firstTextMs: number
  readonly firstFieldMs: number
  readonly secondVisitBytes: number
  readonly worksOffline: boolean
}

/** @param field accessible name of the first thing on the help form that takes a key, per locale */
export async function measurePages(
  browser: Browser,
  locales: readonly string[],
): Promise<readonly PageFigures[]> {
  const run = await startHelpline()
  try {
    const figures: PageFigures[] = []
    for (const locale of locales) {
      const bytes = await countBytes(browser, run, `${run.reporter}/${locale}/`)
      const speed = await timeToField(browser, `${run.reporter}/${locale}/`, locale)
      figures.push({ locale, ...bytes, ...speed })
    }
    return figures
  } finally {
    await run.close()
  }
}

async function countBytes(
  browser: Browser,
  run: Running,
  url: string,
): Promise<
  Pick<PageFigures, "firstVisitBytes" | "firstVisitRequests" | "secondVisitBytes" | "worksOffline">
> {
  const { context, page } = await newPhone(browser)
  try {
    const firstFrom = run.reporterLine.log.length
    await page.goto(url, { waitUntil: "load" })
    // What the service worker keeps for days without internet belongs to the first visit.
    await page.waitForTimeout(3_000)
    const first = run.reporterLine.log.slice(firstFrom)
    // A second visit as people make it: the tab is closed and opened again.
    await page.close()
    const secondFrom = run.reporterLine.log.length
    const again = await context.newPage()
    await again.goto(url, { waitUntil: "load" })
    await again.waitForTimeout(2_000)
    const second = run.reporterLine.log.slice(secondFrom)
    await context.setOffline(true)
    const offline = await context.newPage()
    const worksOffline = await offline.goto(url, { waitUntil: "load", timeout: 15_000 }).then(
      () => hasHeading(offline),
      () => false,
    )
    return {
      firstVisitBytes: wireBytes(first),
      firstVisitRequests: first.length,
      secondVisitBytes: wireBytes(second),
      worksOffline,
    }
  } finally {
    await context.close()
  }
}

function hasHeading(page: Page): Promise<boolean> {
  return page.locator("h1").first().isVisible()
}

/** Bytes of the answers as they crossed the line, headers included: of pages, workers and service worker alike. */
function wireBytes(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((sum, { responseBody, responseHeaders }) => {
    const headers = Object.entries(responseHeaders).map(([name, value]) => `${name}: ${String(value)}\r\n`)
    return sum + responseBody.length + headers.join("").length
  }, 0)
}

async function timeToField(
  browser: Browser,
  url: string,
  locale: string,
): Promise<Pick<PageFigures, "firstTextMs" | "firstFieldMs">> {
  const { context, page } = await newPhone(browser, { serviceWorkers: "block" })
  try {
    const cdp = await context.newCDPSession(page)
    await cdp.send("Network.enable")
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: THROTTLE.latencyMs,
      downloadThroughput: THROTTLE.bytesPerSecond,
      uploadThroughput: THROTTLE.bytesPerSecond,
    })
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE.cpuSlowdown })
    const begun = performance.now()
    await page.goto(url, { waitUntil: "commit" })
    const link = page.locator(`a[href="/${locale}/help/"], a[href="/${locale}/help"]`).first()
    await link.waitFor({ state: "visible" })
    const firstTextMs = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const paint = performance.getEntriesByName("first-contentful-paint")[0]
          if (paint !== undefined) return done(paint.startTime)
          new PerformanceObserver((list) => {
            for (const entry of list.getEntriesByName("first-contentful-paint")) done(entry.startTime)
          }).observe({ type: "paint", buffered: true })
        }),
    )
    await link.click()
    // Alive, not only drawn: the first answer is chosen and "go on" leads to the next screen.
    await page.waitForURL(/\/help\//, { waitUntil: "commit" })
    await page.waitForFunction(
      () => {
        const title = document.querySelector("h1")?.textContent
        Reflect.set(globalThis, "firstTitle", Reflect.get(globalThis, "firstTitle") ?? title)
        document.querySelector<HTMLInputElement>("main input[type=radio]")?.click()
        document
          .querySelector<HTMLButtonElement>("main .button--primary, main button:not([class*=quiet])")
          ?.click()
        return title !== undefined && title !== Reflect.get(globalThis, "firstTitle")
      },
      undefined,
      { polling: 50, timeout: 60_000 },
    )
    return { firstTextMs, firstFieldMs: performance.now() - begun }
  } finally {
    await context.close()
  }
}
