import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import type { Browser, Page } from "playwright-core"
import { build, type PreviewServer, preview } from "vite"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launchBrowser } from "../support/browser.ts"

const LIVING = fileURLToPath(new URL("../../packages/ui/living/", import.meta.url))
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js")
const CSS_BUDGET_GZIP_BYTES = 9_000

let folder: string
let server: PreviewServer
let browser: Browser
let address: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "living-"))
  const configFile = join(LIVING, "vite.config.ts")
  const shared = { configFile, logLevel: "error" as const, build: { outDir: folder, emptyOutDir: true } }
  await build(shared)
  server = await preview({ ...shared, preview: { port: 0, host: "127.0.0.1" } })
  address = server.resolvedUrls?.local[0] ?? ""
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  if (folder !== undefined) await rm(folder, { recursive: true })
})

/** Opens the page on a fresh phone; anything the content policy refuses or the page throws is a fault. */
async function withPage<T>(
  look: { readonly width: number; readonly dark?: boolean },
  use: (page: Page) => Promise<T>,
): Promise<{ readonly value: T; readonly faults: readonly string[]; readonly requests: readonly string[] }> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 740 },
    colorScheme: look.dark === true ? "dark" : "light",
    reducedMotion: "reduce",
  })
  try {
    const page = await context.newPage()
    const faults: string[] = []
    const requests: string[] = []
    page.on("pageerror", (error) => faults.push(error.message))
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) faults.push(message.text())
    })
    page.on("request", (request) => requests.push(request.url()))
    await page.goto(address)
    await page.waitForSelector(".living-sheet")
    return { value: await use(page), faults, requests }
  } finally {
    await context.close()
  }
}

type AxeResult = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

async function violations(page: Page): Promise<readonly string[]> {
  // Through the debugger, as the page's own content policy refuses foreign scripts.
  await page.evaluate(await readFile(AXE, "utf8"))
  const found: readonly AxeResult[] = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)",
  )
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

describe("the design of every screen", () => {
  it.each([
    { width: 320, dark: false },
    { width: 320, dark: true },
    { width: 1280, dark: false },
  ])("has nothing that shuts out a person with a disability ($width px, dark: $dark)", async (look) => {
    const { value, faults } = await withPage(look, violations)
    expect(value).toEqual([])
    expect(faults).toEqual([])
  })

  it("would notice a button without a name", async () => {
    const { value } = await withPage({ width: 320 }, async (page) => {
      await page.evaluate(() => document.querySelector("main")?.append(document.createElement("button")))
      return violations(page)
    })
    expect(value).toEqual([expect.stringContaining("button-name")])
  })

  it.each([320, 390, 768, 1280])("never scrolls sideways at %i px", async (width) => {
    const { value } = await withPage({ width }, (page) =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    )
    expect(value).toBe(0)
  })

  it("stays whole when the letters are twice as large", async () => {
    const { value } = await withPage({ width: 640 }, async (page) => {
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"))
      return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    })
    expect(value).toBe(0)
  })

  it("gives every button, link and field at least 48 px to tap, save links inside sentences", async () => {
    const { value } = await withPage({ width: 320 }, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("button, a, input, textarea, select, summary")]
          .filter(
            (element) =>
              element.closest("p, .skip-link, dialog, [hidden]") === null &&
              element.className !== "skip-link",
          )
          .map((element) => element.closest<HTMLElement>(".switch-row") ?? element)
          .filter((element) => element.getBoundingClientRect().height < 47.5)
          .map((element) => element.outerHTML.slice(0, 120)),
      ),
    )
    expect(value).toEqual([])
  })

  it("keeps the focus inside a question and gives it back afterwards", async () => {
    const { value } = await withPage({ width: 390 }, async (page) => {
      const opener = page.getByRole("button", { name: "Open the question" })
      await opener.click()
      await page.getByRole("dialog").waitFor()
      const inside = await page.evaluate(() => document.activeElement?.closest("dialog") !== null)
      await page.keyboard.press("Escape")
      await page.getByRole("dialog").waitFor({ state: "hidden" })
      return { inside, back: await opener.evaluate((button) => button === document.activeElement) }
    })
    expect(value).toEqual({ inside: true, back: true })
  })

  it("asks nothing of any other computer", async () => {
    const { requests } = await withPage({ width: 390 }, (page) => page.waitForTimeout(500))
    expect(requests.length).toBeGreaterThan(3)
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([])
  })

  it.each([
    { saveData: false, fonts: ["naskh", "page stands", "nastaliq"] },
    { saveData: true, fonts: ["naskh", "page stands"] },
  ])(
    "fetches the large Urdu letters only after the page stands, never to save data ($saveData)",
    async (phone) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 740 } })
      const page = await context.newPage()
      const order: string[] = []
      await page.addInitScript(
        `Object.defineProperty(navigator, "connection", { value: { saveData: ${phone.saveData} } })`,
      )
      // A phone without Urdu letters of its own.
      await page.route("**/*.css", async (route) => {
        const sheet = await (await route.fetch()).text()
        const bare = sheet.replace(/Noto Nastaliq Urdu|Jameel Noori Nastaleeq|Urdu Typesetting/g, "None")
        await route.fulfill({ contentType: "text/css", body: bare })
      })
      page.on("load", () => order.push("page stands"))
      page.on("request", (request) => {
        const [font] = /naskh|nastaliq/.exec(request.url().split("/").at(-1) ?? "") ?? []
        if (font !== undefined) order.push(font)
      })
      await page.goto(address, { waitUntil: "load" })
      await page.waitForSelector(".living-sheet")
      await page.waitForTimeout(1500)
      await context.close()
      expect(new Set(order)).toEqual(new Set(phone.fonts))
      if (!phone.saveData) expect(order.indexOf("nastaliq")).toBeGreaterThan(order.indexOf("page stands"))
    },
  )

  it("does not fetch an Urdu font for the one Urdu word of an English page", async () => {
    const { value } = await withPage({ width: 390 }, (page) =>
      page.evaluate(() =>
        ["en", "ur"].map((locale) => {
          const link = document.querySelector(`[lang="${locale}"].living-sheet .language-switch [lang="ur"]`)
          return link === null ? "missing" : getComputedStyle(link).fontFamily.includes("SHN Naskh")
        }),
      ),
    )
    expect(value).toEqual([false, true])
  })

  it("fits its style sheet into 9 kB", async () => {
    const assets = join(folder, "assets")
    const sheets = (await readdir(assets)).filter((file) => file.endsWith(".css"))
    expect(sheets).not.toEqual([])
    const sizes = await Promise.all(
      sheets.map(async (file) => gzipSync(await readFile(join(assets, file))).length),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(CSS_BUDGET_GZIP_BYTES)
  })
})
