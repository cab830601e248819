import { afterEach, beforeEach, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { signIn } from "../support/colleague.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { phoneOf } from "../support/screens.ts"

const STEP_MS = 30_000

let run: Running
beforeEach(async () => {
  run = await startHelpline()
})
afterEach(() => run?.close())

test("trying the desk as Sana when all of her digits are used up waits in sight, and then lets in by itself", async () => {
  const browser = await launchBrowser()
  try {
    const { page, words } = await phoneOf(browser, "en")
    await page.goto(`${run.desk}/#/en`)
    const tryAsSana = page.getByRole("button", { name: /Try as Sana/ })
    await tryAsSana.waitFor()
    // Early in a half minute, so that there is time to wait.
    const late = Date.now() % STEP_MS
    if (late > STEP_MS / 3) await page.waitForTimeout(STEP_MS - late)
    await signIn(run, "Sana", Date.now())
    await signIn(run, "Sana", Date.now() + STEP_MS)
    await tryAsSana.click()
    await page
      .locator(".demo-waiting")
      .filter({ hasText: /in \d+ second/ })
      .waitFor()
    expect(await page.getByText(words.desk.signIn.failure.codeUsed).count()).toBe(0)
    await page
      .getByRole("heading", { name: words.desk.offers.title, level: 1 })
      .waitFor({ timeout: 2 * STEP_MS })
  } finally {
    await browser.close()
  }
})
