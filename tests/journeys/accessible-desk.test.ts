import { REPORTER_ROUTES } from "@shn/wire"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import { call, openPerson, sealCase } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { phoneOf, press } from "../support/screens.ts"

const STORY = "کوئی ہر رات لکھتا ہے اور Case 2026-114 کا ذکر کرتا ہے۔"
const ABOUT = "R. A., a made-up university"
const SLOW = { timeout: 30_000 }

let run: Running
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  run = await startHelpline()
})
afterEach(() => run?.close())

async function reported(): Promise<void> {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const facets = { lane: "P1", genderWish: { strength: "must", gender: "woman" } } as const
  const body = await sealCase(run.reporter, org, person, { story: STORY, preview: ABOUT, facets })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
}

describe.each(["en", "ur"] as const)("the staff desk in %s, on a narrow phone", (locale) => {
  const seen: string[] = []
  const look = async (page: Page, name: string) => {
    seen.push(...(await faultsOf(page, { locale, hasExit: false })).map((fault) => `${name}: ${fault}`))
  }
  beforeEach(() => {
    seen.length = 0
  })

  async function desk(alias: string | null) {
    const phone = await phoneOf(browser, locale, { width: 320 })
    await phone.page.goto(`${run.desk}/#/${locale}`)
    if (alias !== null) await phone.page.getByRole("button", { name: new RegExp(alias) }).click(SLOW)
    return { ...phone, d: phone.words.desk }
  }

  test("shuts no expert out: signing in, mistakes, offers, preview, declining, a cut line, the case", async () => {
    await reported()
    const { page, d, words } = await desk(null)
    await page.getByRole("button", { name: /Sana/ }).waitFor(SLOW)
    await look(page, "sign-in")
    await press(page, d.signIn.submit)
    await page.getByText(d.signIn.missing.passphrase).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true")
    await look(page, "mistakes")
    await page.getByRole("button", { name: /Sana/ }).click()
    await page.getByRole("button", { name: d.offers.openPreview, exact: true }).waitFor(SLOW)
    await look(page, "offers")
    await press(page, d.offers.openPreview)
    await page.getByText(ABOUT).waitFor(SLOW)
    await look(page, "preview")
    await press(page, d.offers.decline)
    await page.getByText(d.offers.declineTitle).waitFor()
    await look(page, "declining")
    await press(page, d.offers.keep)
    await page.getByLabel(d.offers.conflictQuestion).check()
    run.deskLine.tamper({ before: (path) => (path === "/api/offers/answer" ? "cut" : undefined) })
    await press(page, d.offers.accept)
    await page.getByRole("alert").first().waitFor(SLOW)
    await look(page, "cut line")
    run.deskLine.tamper({})
    await press(page, d.offers.accept)
    await page.getByText(STORY).first().waitFor(SLOW)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1")
    for (const summary of await page.locator("summary").all()) await summary.click()
    await look(page, "case")
    await page.getByLabel(d.cases.writeLabel).fill("Thank you for writing.")
    await press(page, words.common.send)
    await page.getByText(d.cases.sent).waitFor(SLOW)
    await look(page, "answered")
    expect(seen).toEqual([])
    await page.context().close()
  })

  test("shuts no coordinator out: an empty board, a case, taking somebody off, finding somebody by hand", async () => {
    const { page, d } = await desk("Farah")
    await page.getByText(d.coordination.emptyTitle).waitFor(SLOW)
    await look(page, "empty board")
    await reported()
    await page.getByRole("link", { name: d.shell.tabs.cases }).click()
    await page.getByRole("button", { name: d.words.need.psych }).first().click(SLOW)
    await page.getByText(STORY).first().waitFor(SLOW)
    await look(page, "case")
    await press(page, d.cases.remove("Sana"))
    await page.getByRole("dialog").waitFor()
    await look(page, "taking off")
    await press(page, d.cases.removeConfirm)
    await page.getByText(d.cases.removed("Sana")).waitFor(SLOW)
    await page.getByRole("link", { name: d.shell.tabs.board }).click()
    await page.getByRole("button", { name: d.coordination.decide, exact: true }).first().waitFor(SLOW)
    await look(page, "board")
    await press(page, d.coordination.decide)
    await page.getByRole("button", { name: d.coordination.choose("Sana"), exact: true }).waitFor(SLOW)
    await press(page, d.coordination.decisionShow)
    await page.getByText(d.coordination.decisionSame).waitFor(SLOW)
    await look(page, "by hand")
    await press(page, d.coordination.choose("Sana"))
    await press(page, d.coordination.send)
    await page.getByText(d.coordination.reasonMissing).waitFor()
    await look(page, "no reason given")
    run.deskLine.tamper({ before: () => "cut" })
    await page.getByRole("link", { name: d.shell.tabs.cases }).click()
    await page.getByRole("alert").first().waitFor(SLOW)
    await look(page, "no connection")
    expect(seen).toEqual([])
    await page.context().close()
  })
})
