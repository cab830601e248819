import type { Locale } from "@shn/domain"
import { exactTime } from "@shn/sealed"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { type DeskText, loadDeskText } from "../../apps/desk/src/text/all.ts"
import { loadDemoText } from "../../packages/staff/src/text/demo/area.ts"
import { newUpload } from "./file-ports.ts"
import { honestPorts, send, startOf, tell } from "./file-sender.ts"
import { must, type Person } from "./person.ts"
import type { Running } from "./running.ts"

export type SentByPerson = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** The person puts a file into their case, as their phone would. */
export async function personSends(run: Running, person: Person, file: SentByPerson): Promise<void> {
  const upload = newUpload()
  const source = {
    size: file.bytes.length,
    read: async (from: number, to: number) => file.bytes.slice(from, to),
  }
  const sent = must(await send(upload, source, honestPorts(run, person, upload)))
  const start = { ...startOf(upload, file.name, file.bytes.length), type: file.type }
  const pickedAt = exactTime(Date.now()) ?? ""
  await tell(run, person, { kind: "file", body: { ...start, pickedAt, ...sent, note: "" } })
}

/** A desk of its own, somebody signed in, with everything that a file might make a browser do written down. */
export type WatchedDesk = {
  readonly context: BrowserContext
  readonly page: Page
  readonly text: DeskText
  /** Dialogs, windows, words of a frame to the page, pages that went elsewhere. */
  readonly deeds: string[]
  readonly complaints: string[]
}

export async function deskOf(
  browser: Browser,
  run: Running,
  locale: Locale,
  alias: string,
  width = 1280,
): Promise<WatchedDesk> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, timezoneId: "Asia/Karachi" })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text())
  })
  const deeds = await watchDeeds(context, page)
  await page.goto(`${run.desk}/#/${locale}`)
  const text = await loadDeskText(locale)
  await enterDesk(page, text, locale, alias)
  return { context, page, text, deeds, complaints }
}

/** Signs in by the demo's button. */
export async function enterDesk(page: Page, text: DeskText, locale: Locale, alias: string): Promise<void> {
  const demo = await loadDemoText(locale)
  const role = alias === "Farah" ? text.words.staffRole.coordinator : text.words.discipline.psych
  await page.getByRole("button", { name: demo.tryAs(alias, role), exact: true }).click()
}

/** Opens the only case of the desk. */
export async function openCase(
  { page, text }: Pick<WatchedDesk, "page" | "text">,
  story: string,
): Promise<void> {
  await page.getByRole("link", { name: text.shell.tabs.cases }).click()
  await page.locator(".case-door").first().click()
  await page.getByText(story).waitFor()
}

/** Writes down whatever a page or anything inside of it does that nobody asked for. */
export async function watchDeeds(context: BrowserContext, page: Page): Promise<string[]> {
  const deeds: string[] = []
  page.on("dialog", (dialog) => {
    deeds.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on("page", (opened) => {
    if (opened !== page) deeds.push(`window ${opened.url()}`)
  })
  page.on("framenavigated", (frame) => {
    if (frame.url().includes("harm")) deeds.push(`away ${frame.url()}`)
  })
  await page.exposeFunction("deedHappened", (deed: string) => deeds.push(deed))
  await page.addInitScript(() => {
    addEventListener("message", ({ data }) => {
      if (data === "harm")
        void (globalThis as unknown as { deedHappened(deed: string): void }).deedHappened("message")
    })
  })
  return deeds
}
