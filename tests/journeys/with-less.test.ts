import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest"
import { launchBrowser, newPhone } from "../support/browser.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { enterCode, goToStory, phoneOf, sendStory } from "../support/screens.ts"

let run: Running
const browsers: Browser[] = []
beforeEach(async () => {
  run = await startHelpline()
})
afterEach(() => run?.close())
afterAll(() => Promise.all(browsers.map((browser) => browser.close())))

async function browserWith(...flags: string[]): Promise<Browser> {
  const browser = await launchBrowser(flags)
  browsers.push(browser)
  return browser
}

/** Listens to what the page's workers answer, without changing it: how was the key made? */
async function watchKeyPath(page: Page): Promise<() => Promise<string | undefined>> {
  await page.addInitScript(() => {
    const Original = Worker
    globalThis.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        this.addEventListener("message", (event) => {
          const path = event.data?.keys?.argon2
          if (typeof path === "string") Reflect.set(globalThis, "keyPath", path)
        })
      }
    }
  })
  return () => page.evaluate(() => Reflect.get(globalThis, "keyPath") as string | undefined)
}

const STORY = { story: "Even on this old phone." }

describe("the content policy", () => {
  test("is strict on every kind of page, and lets the fast way to the key run", async () => {
    const phone = await phoneOf(await browserWith(), "en")
    const keyPath = await watchKeyPath(phone.page)
    const policies = new Set<string>()
    phone.page.on("response", async (response) => {
      if (response.request().resourceType() === "document") {
        policies.add((await response.headerValue("content-security-policy")) ?? "none")
      }
    })
    await goToStory(phone, run, "en", STORY)
    await sendStory(phone, STORY)
    expect(await keyPath()).toBe("wasm")
    expect(phone.complaints).toEqual([])
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:/)
    }
    expect(policies.size).toBe(1)
    await phone.close()
  })

  test("stops a script that somebody writes into a page, and a call to another site", async () => {
    const { context, page } = await newPhone(await browserWith())
    await page.goto(`${run.reporter}/en/`)
    const outcome = await page.evaluate(async () => {
      const script = document.createElement("script")
      let refused = false
      try {
        script.text = "globalThis.injected = true"
        document.body.append(script)
      } catch {
        refused = true
      }
      const away = await fetch("http://127.0.0.1:9/").then(
        () => "reached",
        () => "stopped",
      )
      return { ran: Reflect.has(globalThis, "injected"), refused, away }
    })
    expect(outcome).toEqual({ ran: false, refused: true, away: "stopped" })
    await context.close()
  })
})

describe("P6: the whole way works with less", () => {
  test("without WebAssembly, service worker, IndexedDB or any storage", async () => {
    const phone = await phoneOf(await browserWith(), "ur", { serviceWorkers: "block" })
    // A page's scripts do not reach into its workers, so the worker's own file begins by forgetting WebAssembly.
    await phone.page.context().route(/worker-[^/]*\.js$/, async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: `delete self.WebAssembly;${await answer.text()}` })
    })
    await phone.page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, "WebAssembly")
      Reflect.deleteProperty(globalThis, "indexedDB")
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException("blocked", "SecurityError")
          },
        })
      }
    })
    const keyPath = await watchKeyPath(phone.page)
    await goToStory(phone, run, "ur", STORY)
    // Where nothing can be kept on the phone, the page says so.
    await phone.page.getByText(phone.words.help.draft.memoryOnly).first().waitFor()
    const groups = await sendStory(phone, STORY)
    expect(await keyPath()).toBe("js")
    await enterCode(phone, run, "ur", groups.join(" "))
    await phone.page.getByText(STORY.story).first().waitFor({ timeout: 60_000 })
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  test("without workers at all", async () => {
    const phone = await phoneOf(await browserWith(), "en", { serviceWorkers: "block" })
    await phone.page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"))
    await goToStory(phone, run, "en", STORY)
    const groups = await sendStory(phone, STORY)
    await enterCode(phone, run, "en", groups.join(""))
    await phone.page.getByText(STORY.story).first().waitFor({ timeout: 60_000 })
    await phone.close()
  })

  test("without JavaScript every page can be read, and the form pages give the numbers to call", async () => {
    const browser = await browserWith()
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 700 },
    })
    const page = await context.newPage()
    for (const path of ["/en/", "/ur/", "/ur-Latn/", "/en/danger/", "/ur/help/", "/en/back/"]) {
      await page.goto(run.reporter + path)
      expect(await page.locator("h1").first().isVisible()).toBe(true)
    }
    await page.goto(`${run.reporter}/ur/help/`)
    expect(await page.locator('a[href="tel:15"]').first().isVisible()).toBe(true)
    await context.close()
  })
})

describe("P7: each app calls only its own origin", () => {
  test("and the reporter app is given no cookie", async () => {
    const phone = await phoneOf(await browserWith(), "en")
    const elsewhere: string[] = []
    phone.page.on("request", (request) => {
      if (!request.url().startsWith(run.reporter) && !request.url().startsWith("blob:"))
        elsewhere.push(request.url())
    })
    await goToStory(phone, run, "en", STORY)
    await sendStory(phone, STORY)
    expect(elsewhere).toEqual([])
    expect(await phone.page.context().cookies()).toEqual([])
    expect(run.reporterLine.log.filter((one) => one.responseHeaders["set-cookie"] !== undefined)).toEqual([])
    await phone.close()
  })
})
