import type { Browser, CDPSession, Page } from "playwright-core"
import { newPhone } from "../tests/support/browser.ts"
import { startHelpline } from "../tests/support/running.ts"

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
      const bytes = await countBytes(browser, `${run.reporter}/${locale}/`)
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
  url: string,
): Promise<
  Pick<PageFigures, "firstVisitBytes" | "firstVisitRequests" | "secondVisitBytes" | "worksOffline">
> {
  const { context, page } = await newPhone(browser)
  try {
    const cdp = await context.newCDPSession(page)
    const counter = await countTransfer(cdp)
    await page.goto(url, { waitUntil: "load" })
    await page.waitForTimeout(3_000)
    const first = counter.take()
    // A second visit as people make it: the tab is closed and opened again.
    const again = await context.newPage()
    const second = await countTransfer(await context.newCDPSession(again))
    await again.goto(url, { waitUntil: "load" })
    await again.waitForTimeout(1_000)
    const { bytes: secondVisitBytes } = second.take()
    await context.setOffline(true)
    const offline = await context.newPage()
    const worksOffline = await offline.goto(url, { waitUntil: "load", timeout: 15_000 }).then(
      () => hasHeading(offline),
      () => false,
    )
    return {
      firstVisitBytes: first.bytes,
      firstVisitRequests: first.requests,
      secondVisitBytes,
      worksOffline,
    }
  } finally {
    await context.close()
  }
}

function hasHeading(page: Page): Promise<boolean> {
  return page.locator("h1").first().isVisible()
}

/** Bytes on the wire, headers included, of page, worker and service worker alike. */
async function countTransfer(cdp: CDPSession): Promise<{ take(): { bytes: number; requests: number } }> {
  let bytes = 0
  let requests = 0
  await cdp.send("Network.enable")
  cdp.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength
    if (event.encodedDataLength > 0) requests++
  })
  return { take: () => ({ bytes, requests }) }
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
    // The first thing that answers: enabled, and the page behind it is alive.
    const field = page.locator("main :is(button, input, textarea):enabled").first()
    await field.waitFor({ state: "visible" })
    await page.waitForFunction(() => document.documentElement.dataset.ready === "yes")
    return { firstTextMs, firstFieldMs: performance.now() - begun }
  } finally {
    await context.close()
  }
}
