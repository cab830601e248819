import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Locale } from "@shn/domain"
import { REPORTER_ROUTES } from "@shn/wire"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { type DeskText, loadDeskText } from "../../apps/desk/src/text/all.ts"
import { loadDemoText } from "../../packages/staff/src/text/demo/area.ts"
import { launchBrowser } from "../support/browser.ts"
import { call, openPerson, type Person, readOwnCase, say, sealCase } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const STORY = "A class fellow writes every night and says he will tell my parents."
const ABOUT = "R. A., class fellow, a made-up university"

let run: Running
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
// A helpline of its own for each language: six digits work once.
beforeEach(async () => {
  run = await startHelpline()
})
afterEach(() => run?.close())
afterAll(() => browser?.close())

type Seat = {
  readonly page: Page
  readonly text: DeskText
  readonly complaints: string[]
  /** Checks the screen as it stands: nothing axe objects to, nothing wider than the window. */
  readonly isFair: () => Promise<void>
}

/** Somebody at a desk of their own: own browser, own cookie. */
async function seat(locale: Locale, width: number): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, timezoneId: "Asia/Karachi" })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text())
  })
  await page.goto(`${run.desk}/#/${locale}`)
  const isFair = async () => {
    await page.evaluate(AXE)
    const found = await page.evaluate(async () => {
      const axe = (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe
      const { scrollWidth, clientWidth } = document.documentElement
      return { rules: (await axe.run()).violations.map(({ id }) => id), tooWide: scrollWidth - clientWidth }
    })
    expect(found).toEqual({ rules: [], tooWide: 0 })
  }
  return { page, text: await loadDeskText(locale), complaints, isFair }
}

async function enter(at: Seat, locale: Locale, alias: string, role: string): Promise<void> {
  const demo = await loadDemoText(locale)
  await at.page.getByRole("button", { name: demo.tryAs(alias, role), exact: true }).click({ timeout: 30_000 })
}

async function reported(): Promise<Person> {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const facets = {
    lane: "P1",
    actFamily: "blackmail",
    genderWish: { strength: "must", gender: "woman" },
  } as const
  const body = await sealCase(run.reporter, org, person, { story: STORY, preview: ABOUT, facets })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
  return person
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

async function accept({ page, text }: Seat): Promise<void> {
  await button(page, text.offers.openPreview).click({ timeout: 30_000 })
  await page.getByText(ABOUT).waitFor()
  await page.getByLabel(text.offers.conflictQuestion).check()
  await button(page, text.offers.accept).click()
  await page.getByText(STORY).waitFor({ timeout: 30_000 })
}

describe.each(["en", "ur"] as const)("the staff desk in %s", (locale) => {
  it("lets an expert answer, a coordinator take her off and hand the need on again, and keeps unsent words through a new sign-in", async () => {
    const org = run.organisation.deployment
    const person = await reported()
    const sana = await seat(locale, 320)
    const { text } = sana
    await button(sana.page, text.signIn.submit).click()
    await sana.isFair()
    await enter(sana, locale, "Sana", text.words.discipline.psych)
    await button(sana.page, text.offers.openPreview).waitFor({ timeout: 30_000 })
    await sana.isFair()
    await accept(sana)
    await sana.page.getByLabel(text.cases.writeLabel).fill("Thank you for writing. None of it is your fault.")
    await button(sana.page, text.common.send).click()
    await sana.page.getByText(text.cases.sent).waitFor({ timeout: 30_000 })
    await sana.isFair()

    const farah = await seat(locale, 1280)
    await enter(farah, locale, "Farah", text.words.staffRole.coordinator)
    await farah.page.getByRole("heading", { name: text.coordination.title }).waitFor({ timeout: 30_000 })
    await farah.page.getByRole("link", { name: text.shell.tabs.cases }).click()
    await farah.page.getByRole("button", { name: text.words.need.psych }).first().click({ timeout: 30_000 })
    await farah.page.getByText(STORY).waitFor({ timeout: 30_000 })
    await farah.isFair()
    await button(farah.page, text.cases.remove("Sana")).click()
    await button(farah.page, text.cases.removeConfirm).click()
    await farah.page.getByText(text.cases.removed("Sana")).waitFor({ timeout: 30_000 })

    // What is written now is sealed to a key that the expert never had.
    await say(run.reporter, org, person.keys, "This is after she was taken off")
    await sana.page.getByRole("link", { name: text.shell.tabs.cases }).click()
    await sana.page.getByText(text.cases.emptyTitle).waitFor({ timeout: 30_000 })
    await sana.isFair()

    await farah.page.getByRole("link", { name: text.shell.tabs.board }).click()
    await button(farah.page, text.coordination.decide).first().click({ timeout: 30_000 })
    await button(farah.page, text.coordination.decisionShow).click({ timeout: 30_000 })
    await farah.page.getByText(text.coordination.decisionSame).waitFor({ timeout: 30_000 })
    await button(farah.page, text.coordination.choose("Sana")).click()
    await button(farah.page, text.coordination.send).click()
    await farah.page.getByText(text.coordination.reasonMissing).waitFor()
    await farah.page.getByLabel(text.coordination.reasonLabel).fill("She knows this kind of case best.")
    await farah.isFair()
    await button(farah.page, text.coordination.send).click()
    await farah.page.getByText(text.coordination.sent("Sana")).waitFor({ timeout: 30_000 })

    await sana.page.getByRole("link", { name: text.shell.tabs.offers }).click()
    await accept(sana)
    await sana.page.getByText("This is after she was taken off").waitFor()
    const unsent = "Half a sentence that must not be lost"
    await sana.page.getByLabel(text.cases.writeLabel).fill(unsent)
    await sana.page.context().clearCookies()
    await button(sana.page, text.common.send).click()
    await sana.page.getByText(text.shell.sessionEndedTitle).waitFor({ timeout: 30_000 })
    await sana.isFair()
    await enter(sana, locale, "Sana", text.words.discipline.psych)
    await sana.page.getByLabel(text.cases.writeLabel).waitFor({ timeout: 30_000 })
    expect(await sana.page.getByLabel(text.cases.writeLabel).inputValue()).toBe(unsent)

    // The device keeps one number, and no address or history entry ever named the case.
    expect(await sana.page.evaluate(() => Object.keys(localStorage))).toEqual(["shn-desk-directory-version"])
    expect(sana.page.url()).not.toContain(person.keys.caseId)
    await button(sana.page, text.shell.signOut).click()
    // The half sentence goes with her, and she is told so.
    await button(sana.page, text.shell.unsentYes).click()
    await button(sana.page, text.signIn.submit).waitFor()
    expect(await sana.page.getByText(STORY).count()).toBe(0)

    // The person sees who came, went and came again, and the coordinator's reason.
    const own = await readOwnCase(run.reporter, org, person.keys)
    expect(own.opened.findings).toEqual([])
    expect(own.opened.roster.epoch).toBe(1)
    expect([...sana.complaints, ...farah.complaints]).toEqual([])
    await Promise.all([sana.page.context().close(), farah.page.context().close()])
  })
})
