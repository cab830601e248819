import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type BrowserContext, chromium, type Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { CHROMIUM_ARGS, CHROMIUM_PATH, PHONE } from "../support/browser.ts"
import { type Running, startHelpline, until } from "../support/running.ts"
import { scanTree } from "../support/scan.ts"
import { goToStory, heading, press, wordsIn } from "../support/screens.ts"

// P8: what stays on a phone after quick exit. A real profile on a real disk, because that is what others look at.
const STORY = "left-behind-کہانی-77e2"
const ABOUT = "left-behind-about-5d10"

let run: Running
let profile: string
let context: BrowserContext
let page: Page

beforeAll(async () => {
  run = await startHelpline()
})
afterAll(() => run?.close())

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), "shn-profile-"))
  context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM_PATH,
    args: [...CHROMIUM_ARGS],
    viewport: PHONE,
    locale: "ur-PK",
  })
  context.setDefaultTimeout(15_000)
  // The everyday site where leaving leads; there is no network here, so it is answered on the spot.
  await context.route(/wikipedia\.org/, (route) =>
    route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Everyday</h1>" }),
  )
  page = await context.newPage()
})
afterEach(async () => {
  await context?.close()
  rmSync(profile, { recursive: true, force: true })
})

async function writing(): Promise<void> {
  const words = await wordsIn("ur")
  const phone = { page, words, complaints: [], shot: async () => undefined, close: async () => undefined }
  await goToStory(phone, run, "ur", { story: STORY })
  // The draft is kept, sealed, while the person types.
  await until(() => page.evaluate(() => localStorage.length > 0), "no draft was kept on the phone")
}

/** What the page's own origin still holds, seen from a file of that origin that the browser only shows as text. */
async function leftBehind() {
  const look = await context.newPage()
  await look.goto(`${run.reporter}/sw.js`)
  const found = await look.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map((one) => one.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  await look.close()
  return { ...found, cookies: (await context.cookies()).map((one) => one.name) }
}
const NOTHING = { local: {}, session: {}, databases: [], caches: [], workers: 0, cookies: [] }

/**
 * The browser drops an unregistered worker when its last page is unloaded, a second or two after leaving; the rest is
 * gone at once. Until then every page that looks is one more page of that worker: looking all the time would keep it.
 */
async function workerIsDropped(): Promise<void> {
  const workers = async () => {
    await page.waitForTimeout(1_500)
    return (await leftBehind()).workers
  }
  await until(async () => (await workers()) === 0, "the service worker is still registered")
}

async function nothingIsLeft(): Promise<void> {
  const { workers: _, ...rest } = NOTHING
  expect(await leftBehind()).toMatchObject(rest)
  await workerIsDropped()
  expect(await leftBehind()).toEqual(NOTHING)
}

async function left(): Promise<void> {
  await page.waitForURL(/wikipedia\.org/)
}

describe("P8: after quick exit", () => {
  test("storage, databases, caches, cookies and the service worker are gone, and Back shows neither form nor words", async () => {
    await writing()
    const words = await wordsIn("ur")
    await page.getByText(words.common.quickExit).first().click()
    await left()
    await nothingIsLeft()

    await page.goBack().catch(() => null)
    await page.waitForTimeout(1_000)
    const text = await page.evaluate(() => document.body.innerText)
    expect(text).not.toContain(STORY)
    expect(text).not.toContain(words.help.story.title)
    expect(await page.locator("textarea").count()).toBe(0)
  })

  test("Escape pressed twice does the same", async () => {
    await writing()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await left()
    await nothingIsLeft()
  })

  test("a phone too slow to clear up before the page is gone is cleared all the same", async () => {
    await page.addInitScript(() => {
      const never = () => new Promise<never>(() => undefined)
      Object.defineProperty(CacheStorage.prototype, "keys", { value: never })
      Object.defineProperty(ServiceWorkerContainer.prototype, "getRegistrations", { value: never })
    })
    await writing()
    await until(
      () => page.evaluate(() => navigator.serviceWorker.controller !== null),
      "no worker yet",
      60_000,
    )
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")
    await left()
    await workerIsDropped()
    expect(await leftBehind()).toEqual(NOTHING)
  })

  test("no file of the browser's profile holds the words, even those that a deleted draft left behind", async () => {
    await writing()
    const words = await wordsIn("ur")
    await press(page, words.help.next)
    await heading(page, words.help.about.title)
    await page.getByLabel(words.help.about.label).first().fill(ABOUT)
    await page.waitForTimeout(1_500)
    await page.getByText(words.common.quickExit).first().click()
    await left()
    // The positive control: another page that keeps plain text is found in the same profile.
    const other = await context.newPage()
    await other.goto(`${run.reporter}/sw.js`)
    await other.evaluate(() => localStorage.setItem("plain", "positive-control-c0ffee"))
    await other.waitForTimeout(500)
    await context.close()

    const { sightings, files } = scanTree(profile, [STORY, ABOUT])
    expect(files).toBeGreaterThan(10)
    expect(sightings).toEqual([])
    expect(scanTree(profile, ["positive-control-c0ffee"]).sightings.length).toBeGreaterThan(0)
  })

  test("the key of the draft is gone from the server, so that a copy of the phone's storage opens nothing", async () => {
    await writing()
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    const words = await wordsIn("ur")
    await page.getByText(words.common.quickExit).first().click()
    await left()
    const draftId = /"draftId\\?":\\?"([A-Za-z0-9_-]{22})/.exec(stored)?.[1]
    expect(draftId).toBeDefined()
    await until(async () => {
      const answer = await fetch(`${run.direct.reporter}/api/drafts/open`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: run.reporter },
        body: JSON.stringify({ draftId }),
      })
      return answer.status === 410
    }, "the server still gives out the key of the draft")
  })
})

describe("Back inside the form", () => {
  test("shows the screen before at every step, with what was written, and never leaves by surprise", async () => {
    await writing()
    const words = await wordsIn("ur")
    const { help } = words
    const before = [
      help.expert.title,
      help.kinds.title,
      help.boundaries.title,
      help.where.title,
      help.what.title,
      help.age.title,
      help.now.title,
      help.safe.title,
    ]
    for (const title of before) {
      await page.goBack()
      await heading(page, title)
    }
    for (let step = 0; step < before.length; step++) await press(page, help.next)
    await heading(page, help.story.title)
    expect(await page.getByLabel(help.story.label).first().inputValue()).toBe(STORY)
  })

  test("a reload offers the started report, and it goes on where it stopped", async () => {
    await writing()
    const { help } = await wordsIn("ur")
    await page.waitForTimeout(1_500)
    await page.reload()
    await press(page, help.draft.goOn)
    await heading(page, help.story.title)
    expect(await page.getByLabel(help.story.label).first().inputValue()).toBe(STORY)
  })
})
