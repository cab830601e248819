import { DESK_ROUTES } from "@shn/wire"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { demoSignIn, heading, wordsIn } from "../support/screens.ts"

let run: Running
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
  run = await startHelpline()
})
afterAll(async () => {
  await browser?.close()
  await run?.close()
})

test("a desk that somebody walked away from shows nobody's case an hour later, and its session is over", async () => {
  const words = await wordsIn("en")
  const context = await browser.newContext({ timezoneId: "Asia/Karachi" })
  const page = await context.newPage()
  await page.clock.install()
  await demoSignIn(page, run, words, "en", "Sana")
  await page.clock.fastForward("59:00")
  expect(await page.getByText(words.desk.offers.title).first().isVisible()).toBe(true)
  const isOver = page.waitForResponse((response) => response.url().endsWith(DESK_ROUTES.signOut.path))
  await page.clock.fastForward("02:00")
  expect((await isOver).status()).toBe(200)
  await heading(page, words.desk.signIn.title)
  expect(await page.getByText(words.desk.offers.title).count()).toBe(0)
  expect(await context.cookies()).toEqual([])
})
