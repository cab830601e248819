import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { LOCALES, type Locale } from "@shn/domain"
import { loadCards, PAGE_NAMES } from "@shn/guidance"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Running, startHelpline, until } from "../support/running.ts"
import { heading, phoneOf, press, tap } from "../support/screens.ts"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const WIRE_BUDGET_BYTES = 30_000

let run: Running
let browser: Browser
beforeAll(async () => {
  run = await startHelpline()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await run?.close()
})

async function wordsOf(locale: Locale) {
  const [learn, check] = await Promise.all([
    import(`../../apps/reporter/src/text/learn/${locale}.ts`),
    import(`../../apps/reporter/src/text/check/${locale}.ts`),
  ])
  return {
    learn: learn.messages as typeof import("../../apps/reporter/src/text/learn/en.ts")["messages"],
    check: check.messages as typeof import("../../apps/reporter/src/text/check/en.ts")["messages"],
  }
}

/** Answers of the check in a language: the option for a code, as its words stand on the screen. */
async function optionsOf(locale: Locale) {
  const questions = (await loadCards(locale, "check")).filter((card) => card.kind === "question")
  return (id: string, code: string): string => {
    const card = questions.find((question) => question.id === id)
    const at = card?.meta.codes.indexOf(code) ?? -1
    const words = card?.text.options[at]?.text
    if (words === undefined) throw new Error(`no option ${code} in ${id}`)
    return words
  }
}

/** Every address of the guidance, as the first page lists them. */
async function addresses(locale: Locale): Promise<readonly string[]> {
  const html = await (await fetch(`${run.direct.reporter}/${locale}/learn/`)).text()
  const json = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(html)?.[1] ?? ""
  const { keep } = JSON.parse(json) as { keep: readonly string[] }
  return keep.filter((path) => path.endsWith("/"))
}

async function wireBytes(path: string): Promise<number> {
  const answer = await fetch(run.direct.reporter + path, {
    method: "HEAD",
    headers: { "accept-encoding": "br" },
  })
  expect(answer.status, path).toBe(200)
  return Number(answer.headers.get("content-length"))
}

/** Files a page loads by itself. */
async function filesOf(path: string): Promise<readonly string[]> {
  const html = await (await fetch(run.direct.reporter + path)).text()
  return [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? "")
}

describe("every piece of guidance", () => {
  test.each(LOCALES)(
    "in %s can be reached by links alone, and every link leads somewhere",
    async (locale) => {
      const seen = new Map<string, string>()
      const open = [`/${locale}/learn/`]
      for (let path = open.pop(); path !== undefined; path = open.pop()) {
        if (seen.has(path)) continue
        const answer = await fetch(run.direct.reporter + path)
        expect(answer.status, path).toBe(200)
        const html = await answer.text()
        seen.set(path, html)
        expect(html.match(/<h1[ >]/g)?.length, path).toBe(1)
        const links = [...html.matchAll(/<a [^>]*href="([^"#]*)(#[^"]*)?"/g)].map((found) => found[1] ?? "")
        open.push(...links.filter((href) => href.startsWith(`/${locale}/learn/`)))
      }
      expect([...seen.keys()].sort()).toEqual([...(await addresses(locale))].sort())

      // No card may be missing: the text of each shown card stands on one of these pages, or on "danger now".
      seen.set("danger", await (await fetch(`${run.direct.reporter}/${locale}/danger/`)).text())
      const everything = [...seen.values()].join("\n").replaceAll("&quot;", '"').replaceAll("&amp;", "&")
      const cards = (await Promise.all(PAGE_NAMES.map((page) => loadCards(locale, page)))).flat()
      const missing = cards
        .filter((card) => !["question", "rule", "step", "notice"].includes(card.kind))
        .filter((card) => "title" in card.text && !everything.includes(card.text.title.text))
      expect(missing.map((card) => card.id)).toEqual([])
      expect(cards.length).toBeGreaterThan(200)
    },
  )

  test.each(LOCALES)("in %s costs at most 30 kB on the wire beyond the shell", async (locale) => {
    // The shell: what the home page loads, with what it fetches ahead for the next page.
    const shell = new Set(await filesOf(`/${locale}/`))
    const sizes = new Map<string, number>()
    for (const path of await addresses(locale)) {
      let bytes = await wireBytes(path)
      for (const file of new Set(await filesOf(path))) {
        if (shell.has(file)) continue
        if (!sizes.has(file)) sizes.set(file, await wireBytes(file))
        bytes += sizes.get(file) ?? 0
      }
      expect(bytes, path).toBeLessThanOrEqual(WIRE_BUDGET_BYTES)
      expect(bytes, path).toBeGreaterThan(500)
    }
  })
})

describe("a page that answers to taps", () => {
  test("loads only files that its HTML names, so that the budget and the pages kept offline know them all", async () => {
    const phone = await phoneOf(browser, "ur")
    for (const path of ["check", "reply", "search"]) {
      const address = `/ur/learn/${path}/`
      const loaded = new Set<string>()
      const note = (request: { url(): string }) => loaded.add(new URL(request.url()).pathname)
      phone.page.on("request", note)
      await phone.page.goto(run.reporter + address)
      await phone.page.locator("#island :is(input, .learn-question)").first().waitFor()
      phone.page.off("request", note)
      const known = new Set(await filesOf(address))
      const unknown = [...loaded].filter((file) => /^\/assets\/.*\.(js|css)$/.test(file) && !known.has(file))
      expect(unknown, path).toEqual([])
      expect(loaded.size).toBeGreaterThan(5)
    }
    await phone.close()
  })
})

describe("without JavaScript", () => {
  test.each(LOCALES)(
    "in %s a person reads from the home page to what to do, with the exit in sight",
    async (locale) => {
      const { learn } = await wordsOf(locale)
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 320, height: 700 },
      })
      const page = await context.newPage()
      await page.goto(`${run.reporter}/${locale}/`)
      await page.locator(`main a[href="/${locale}/learn/"]`).click()
      await heading(page, learn.index.title)
      await page.locator(`main a[href="/${locale}/learn/what-to-do/pictures/"]`).click()
      await page.getByRole("heading", { name: learn.part.steps }).waitFor()
      expect(await page.locator(".quick-exit").isVisible()).toBe(true)
      expect(await page.locator('main a[href="tel:1799"]').first().isVisible()).toBe(true)
      await page.goto(`${run.reporter}/${locale}/learn/kinds/blackmail/`)
      for (const part of ["signs", "climbs", "do", "not", "right", "wrong", "law", "next"] as const)
        expect(
          await page.getByRole("heading", { name: learn.part[part], exact: true }).isVisible(),
          part,
        ).toBe(true)
      await page.locator("summary").first().click()
      expect(await page.getByText(learn.law.odds).first().isVisible()).toBe(true)
      await context.close()
    },
  )
})

const TEMPLATES = [
  "",
  "kinds/",
  "kinds/blackmail/",
  "what-to-do/pictures/",
  "law/",
  "law/peca-20/",
  "places/",
  "places/nccia/",
  "places/fia/",
  "for/parents/",
  "safety/shared-phone/",
  "after/misuse/",
  "coping/",
  "proof/",
  "platforms/",
  "plan/",
  "quiz/",
  "check/",
  "reply/",
  "search/",
]

describe("a guidance page", () => {
  test.each(LOCALES)(
    "in %s has no fault that a machine can find, and stays inside 320 px",
    async (locale) => {
      const phone = await phoneOf(browser, locale, { width: 320 })
      for (const path of TEMPLATES) {
        await phone.page.goto(`${run.reporter}/${locale}/learn/${path}`)
        if (path === "check/" || path === "reply/") await phone.page.locator(".learn-question").waitFor()
        await flawless(phone.page, path)
      }
      expect(phone.complaints).toEqual([])
      await phone.close()
    },
  )

  test("prints as a neutral list: no name of the helpline, no exit, nothing to tap", async () => {
    const { page, close } = await phoneOf(browser, "ur")
    await page.goto(`${run.reporter}/ur/learn/plan/`)
    await page.emulateMedia({ media: "print" })
    const { learn } = await wordsOf("ur")
    expect(await page.title()).toBe(learn.printed.plan)
    const text = await page.evaluate(() => document.body.innerText)
    for (const word of [run.organisation.deployment.name.ur, "ہراسانی", learn.tool.up, learn.tool.print])
      expect(text).not.toContain(word)
    expect(text).toContain(learn.printed.plan)
    await close()
  })

  test("is read aloud only with a voice of this phone, and falls silent when the page is left", async () => {
    const { page, close } = await phoneOf(browser, "en")
    await page.addInitScript(() => {
      const log: string[] = []
      Reflect.set(globalThis, "spoken", log)
      const far = { lang: "en-GB", localService: false, name: "far" }
      const near = { lang: "en-GB", localService: true, name: "near" }
      Object.defineProperty(globalThis, "speechSynthesis", {
        value: {
          getVoices: () => (location.hash === "#far" ? [far] : [far, near]),
          speak: (said: { text: string; voice: { name: string } }) =>
            log.push(`${said.voice.name}: ${said.text}`),
          cancel: () => log.push("silence"),
          addEventListener: () => undefined,
        },
      })
      Object.defineProperty(globalThis, "SpeechSynthesisUtterance", {
        value: class {
          voice = null
          lang = ""
          constructor(readonly text: string) {}
          addEventListener() {}
        },
      })
    })
    const { learn } = await wordsOf("en")
    await page.goto(`${run.reporter}/en/learn/kinds/stalking/#far`)
    await page.getByRole("button", { name: learn.tool.print }).waitFor()
    expect(await page.getByRole("button", { name: learn.tool.aloud }).count()).toBe(0)
    await page.goto(`${run.reporter}/en/learn/kinds/blackmail/`)
    await press(page, learn.tool.aloud)
    const spoken = () => page.evaluate(() => Reflect.get(globalThis, "spoken") as string[])
    expect((await spoken())[0]).toMatch(/^near: /)
    expect((await spoken()).every((line) => !line.startsWith("far"))).toBe(true)
    await press(page, learn.tool.quiet)
    expect((await spoken()).at(-1)).toBe("silence")
    await close()
  })
})

describe("the search", () => {
  test.each([
    ["en", "harasani"],
    ["en", "harassment"],
    ["ur", "hiraasgi"],
    ["ur", "ہراسانی"],
    ["ur-Latn", "hirasani"],
    ["ur-Latn", "ہَراسانی"],
  ] as const)("in %s finds %s without asking anybody, and leads to the page", async (locale, typed) => {
    const { page, complaints, close } = await phoneOf(browser, locale)
    const { check } = await wordsOf(locale)
    await page.goto(`${run.reporter}/${locale}/learn/search/`)
    const field = page.getByLabel(check.search.label)
    await field.waitFor()
    const requests = watchRequests(page)
    await field.fill(typed)
    const hits = page.locator("#island a.link-card")
    await hits.first().waitFor()
    expect(await hits.count()).toBeGreaterThan(3)
    expect(requests).toEqual([])
    await nothingStored(page)
    await hits.first().click()
    await page.waitForURL(new RegExp(`/${locale}/(learn|danger)/(?!search)`))
    expect(complaints).toEqual([])
    await close()
  })
})

type Choice = readonly [question: string, ...codes: string[]]
const BLACKMAIL: readonly Choice[] = [
  ["ask-danger", "no"],
  ["ask-act", "demand", "expose"],
  ["ask-medium", "chat"],
  ["ask-relationship", "stranger"],
  ["ask-setting", "online"],
  ["ask-minor", "no"],
  ["ask-deadline", "no"],
  ["ask-repeated", "yes"],
  ["ask-thoughts", "no"],
]

describe("is this harassment?", () => {
  test.each(["en", "ur"] as const)(
    "in %s names it, shows the way, stores nothing and sends nothing; its result is taken along or forgotten",
    async (locale) => {
      const phone = await phoneOf(browser, locale)
      const { page } = phone
      const { check } = await wordsOf(locale)
      const types = await loadCards(locale, "types")
      const requests = await openCheck(page, locale)
      await answerAll(page, locale, BLACKMAIL)

      await page.getByRole("heading", { name: check.result.title, exact: true }).waitFor()
      const title = types.find((card) => card.id === "type-blackmail")?.text
      await page
        .getByRole("link", { name: title !== undefined && "title" in title ? title.title.text : "" })
        .waitFor()
      await page.getByText(check.result.urgent.P1, { exact: true }).waitFor()
      for (const part of ["where", "do", "not", "place", "wrong", "laws", "next"] as const)
        await page.getByRole("heading", { name: check.result[part], exact: true }).waitFor()
      expect(requests).toEqual([])
      await nothingStored(page)
      await flawless(page, "result")

      await press(page, check.result.carry)
      await heading(page, phone.words.help.safe.title)
      expect(new URL(page.url()).pathname).toBe(`/${locale}/help/`)
      expect(page.url()).not.toMatch(/[?#]/)
      await tap(page, phone.words.help.safe.yes)
      await press(page, phone.words.help.next)
      await heading(page, phone.words.help.now.title)
      for (const _ of ["now", "age"]) await press(page, phone.words.help.next)
      await heading(page, phone.words.help.what.title)
      expect(await page.getByRole("radio", { name: phone.words.words.act.blackmail }).isChecked()).toBe(true)
      expect(phone.complaints).toEqual([])
      await phone.close()
    },
  )

  test("puts numbers before everything else when it is urgent", async () => {
    const phone = await phoneOf(browser, "ur-Latn")
    const { check } = await wordsOf("ur-Latn")
    await openCheck(phone.page, "ur-Latn")
    await answerAll(phone.page, "ur-Latn", [["ask-danger", "yes"]])
    expect(await phone.page.locator('#island a[href="tel:15"]').isVisible()).toBe(true)
    await answerAll(phone.page, "ur-Latn", BLACKMAIL.slice(1))
    await phone.page.getByRole("heading", { name: check.result.urgent.P0, exact: true }).waitFor()
    const order = await phone.page.evaluate(() => {
      const number = document.querySelector('#island a[href="tel:15"]')
      const named = document.querySelector("#island .card")
      return number !== null && named !== null && number.compareDocumentPosition(named) & 4
    })
    expect(order).toBe(4)
    await flawless(phone.page, "urgent result")
    await phone.close()
  })

  test("forgets when asked to, and when the page is left: Back shows the first question", async () => {
    const phone = await phoneOf(browser, "en")
    const { page } = phone
    const { check } = await wordsOf("en")
    await openCheck(page, "en")
    await answerAll(page, "en", BLACKMAIL)
    await press(page, check.result.forget)
    await page.getByText(check.ask.left(1), { exact: true }).waitFor()
    await answerAll(page, "en", BLACKMAIL)
    await page.getByRole("heading", { name: check.result.title, exact: true }).waitFor()
    await page.locator("#island section a").first().click()
    await page.waitForURL(/\/kinds\//)
    await page.goBack()
    await page.getByText(check.ask.left(1), { exact: true }).waitFor()
    expect(await page.getByText(check.result.title, { exact: true }).count()).toBe(0)
    await phone.close()
  })

  test("goes back question by question", async () => {
    const phone = await phoneOf(browser, "en")
    const { check } = await wordsOf("en")
    await openCheck(phone.page, "en")
    await answerAll(phone.page, "en", BLACKMAIL.slice(0, 3))
    for (const number of [3, 2, 1]) {
      await press(phone.page, phone.words.common.back)
      await phone.page.getByText(check.ask.left(number), { exact: true }).waitFor()
    }
    await phone.close()
  })
})

const SAFE: readonly ("yes" | "no")[] = ["yes", "no", "no", "no", "no", "yes", "no", "no", "yes", "yes", "no"]

describe("a firm reply", () => {
  test("is held back by default, and the page says by which point", async () => {
    const phone = await phoneOf(browser, "ur")
    const { check } = await wordsOf("ur")
    const gates = (await loadCards("ur", "reply")).filter((card) => card.kind === "gate")
    await openReply(phone.page, "ur")
    await choose(phone.page, ["yes", "no", "unknown"])
    await phone.page.getByRole("heading", { name: check.reply.heldBack }).waitFor()
    await phone.page
      .getByText(gates.find((gate) => gate.meta.condition === "no_violence")?.text.title.text ?? "")
      .waitFor()
    expect(await phone.page.locator(".learn-message").count()).toBe(0)
    await flawless(phone.page, "held back")
    await phone.close()
  })

  test.each(LOCALES)(
    "in %s is written only when every point is safe, and says that no counsel has read it",
    async (locale) => {
      const phone = await phoneOf(browser, locale)
      const { page } = phone
      const { check } = await wordsOf(locale)
      const notices = (await loadCards(locale, "notices")).filter((card) => card.kind === "notice")
      await openReply(page, locale)
      await choose(page, SAFE)
      await page.getByRole("heading", { name: check.reply.open }).waitFor()
      const warning = notices.find((card) => card.id === "notice-reply-not-reviewed")?.text.title.text ?? "?"
      expect(await page.getByText(warning).isVisible()).toBe(true)
      await page.locator('input[value="colleague"]').click()
      await page.locator('input[value="committee"]').click()
      const name = notices.find((card) => card.id === "authority-committee")?.text.title.text ?? "?"
      await page.locator(".learn-message", { hasText: name }).waitFor()
      await page.locator('input[value="senior"]').click()
      await page.getByText(check.reply.needsExpert).waitFor()
      expect(await page.locator(".learn-message").count()).toBe(0)
      await nothingStored(page)
      await flawless(page, "message")
      await phone.close()
    },
  )
})

describe("days without internet", () => {
  test("every page is kept only when asked for, says how far it is, and quick exit clears it", async () => {
    const own = await startHelpline()
    const phone = await phoneOf(browser, "ur")
    const { page } = phone
    const { learn } = await wordsOf("ur")
    await page
      .context()
      .route(/wikipedia\.org/, (route) =>
        route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Everyday</h1>" }),
      )
    await page.goto(`${own.reporter}/ur/learn/`)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.getByRole("button", { name: learn.tool.keep }).waitFor()
    expect(await page.evaluate(() => caches.has("learn"))).toBe(false)
    await press(page, learn.tool.keep)
    await page.getByText(learn.tool.kept, { exact: true }).waitFor({ timeout: 60_000 })
    await page.reload()
    await page.getByText(learn.tool.kept, { exact: true }).waitFor()

    await page.context().setOffline(true)
    await own.kill()
    await page.goto(`${own.reporter}/ur/learn/law/peca-20/`)
    await page.getByRole("heading", { level: 1 }).waitFor()
    expect(await page.locator("html").getAttribute("lang")).toBe("ur")
    await page.getByText(learn.law.odds, { exact: true }).waitFor()
    await page.goto(`${own.reporter}/ur/learn/check/`)
    await page.locator(".learn-question").waitFor()
    await page.goto(`${own.reporter}/ur/learn/search/`)
    await page.locator("#island input").fill("dhamki")
    await page.locator("#island a.link-card").first().waitFor()

    await page.getByText(phone.words.common.quickExit).first().click()
    await page.waitForURL(/wikipedia\.org/)
    await page.context().setOffline(false)
    await own.restart()
    await page.goto(`${own.reporter}/sw.js`)
    await until(() => page.evaluate(async () => (await caches.keys()).length === 0), "pages were left behind")
    await phone.close()
    await own.close()
  })
})

async function openCheck(page: Page, locale: Locale): Promise<string[]> {
  await page.goto(`${run.reporter}/${locale}/learn/check/`)
  await page.locator(".learn-question").waitFor()
  // The shell is kept for days without internet after the page has loaded; that is no answer of anybody.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForTimeout(500)
  return watchRequests(page)
}

async function openReply(page: Page, locale: Locale): Promise<void> {
  await page.goto(`${run.reporter}/${locale}/learn/reply/`)
  await page.locator(".learn-question").waitFor()
}

async function choose(page: Page, answers: readonly string[]): Promise<void> {
  for (const value of answers) {
    const before = await page.locator("#island h2").first().innerText()
    await page.locator(`.learn-question input[value="${value}"]`).click()
    await page.waitForFunction((old) => document.querySelector("#island h2")?.textContent !== old, before)
  }
}

async function answerAll(page: Page, locale: Locale, choices: readonly Choice[]): Promise<void> {
  const words = await optionsOf(locale)
  const questions = (await loadCards(locale, "check")).filter((card) => card.kind === "question")
  for (const [id, ...codes] of choices) {
    const title = questions.find((question) => question.id === id)?.text.title.text ?? "?"
    await page.locator("h2", { hasText: title }).waitFor()
    for (const code of codes) await tap(page, words(id, code))
    await page.locator(".learn-question .button--primary").click()
  }
}

function watchRequests(page: Page): string[] {
  const requests: string[] = []
  page.on("request", (request) => requests.push(request.url()))
  return requests
}

async function nothingStored(page: Page): Promise<void> {
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    cookie: document.cookie,
    name: window.name,
    state: history.state,
    address: location.search + location.hash,
  }))
  expect(stored).toEqual({
    local: 0,
    session: 0,
    databases: 0,
    cookie: "",
    name: "",
    state: null,
    address: "",
  })
}

/** No finding of axe, and nothing wider than the screen. */
async function flawless(page: Page, where: string): Promise<void> {
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const axe = Reflect.get(globalThis, "axe") as {
      run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(found, where).toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(width, where).toBeLessThanOrEqual(0)
}
