import { LOCALES } from "@shn/domain"
import type { Browser } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { heading, phoneOf, press, tap } from "../support/screens.ts"

// On a slow line the page is read and tapped before its script has come. What was tapped and typed by then counts.
let run: Running
let browser: Browser
let phone: Awaited<ReturnType<typeof phoneOf>>

beforeAll(async () => {
  browser = await launchBrowser()
  run = await startHelpline()
})
afterEach(() => phone?.close())
afterAll(async () => {
  await run?.close()
  await browser?.close()
})

/** Opens a page whose scripts wait until they are let through. */
async function openAsleep(path: string): Promise<() => Promise<void>> {
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  await phone.page.route("**/assets/*.js", async (route) => {
    await gate
    await route.continue()
  })
  await phone.page.goto(`${run.reporter}${path}`, { waitUntil: "commit" })
  return async () => {
    release()
    await phone.page.waitForLoadState("load")
  }
}

describe.each(LOCALES)("before its script has come (%s)", (locale) => {
  test("get help takes the answer that was tapped, and shows that its button is not ready", async () => {
    phone = await phoneOf(browser, locale)
    const { page, words } = phone
    const letGo = await openAsleep(`/${locale}/help/`)
    await heading(page, words.help.safe.title)
    expect(await page.getByRole("button", { name: words.help.next, exact: true }).isDisabled()).toBe(true)
    await tap(page, words.help.safe.yes)
    await letGo()
    await press(page, words.help.next)
    await heading(page, words.help.now.title)
  })

  test("come back keeps the code that was typed", async () => {
    phone = await phoneOf(browser, locale)
    const { page, words } = phone
    const letGo = await openAsleep(`/${locale}/back/`)
    const field = page.getByLabel(words.back.enter.label)
    await field.fill("12345 67890")
    const open = page.getByRole("button", { name: words.back.enter.open, exact: true })
    expect(await open.isDisabled()).toBe(true)
    await letGo()
    await open.click()
    // It is too short to be a code: the sentence says so, and the words stay.
    await page.locator("[aria-invalid=true]").waitFor()
    expect(await field.inputValue()).toBe("12345 67890")
  })
})
