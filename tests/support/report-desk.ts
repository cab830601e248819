import type { AgeBand, IdentityPart, Locale } from "@shn/domain"
import { systemRandom } from "@shn/primitives/random"
import {
  foldHandOffs,
  type HandOff,
  intakeOf,
  type MessageContent,
  sealIdentity,
  sealMessage,
} from "@shn/sealed"
import { REPORTER_ROUTES } from "@shn/wire"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { type DeskText, loadDeskText } from "../../apps/desk/src/text/all.ts"
import { call, directoryOf, must, openPerson, type Person, readOwnCase, sealCase } from "./person.ts"
import type { Running } from "./running.ts"

/** Reports to agencies on the desk: the windows of the staff, and what the person's phone says meanwhile. */

/** One member's window. */
export type Window = {
  readonly alias: string
  readonly context: BrowserContext
  readonly page: Page
  readonly text: DeskText
  /** What a page did that a strict policy or a reader would complain about. */
  readonly complaints: string[]
}

/** A person whose case has asked for a lawyer. */
export async function personForALawyer(
  run: Running,
  story: string,
  ageBand: AgeBand = "18_24",
): Promise<Person> {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const body = await sealCase(run.reporter, org, person, { story, discipline: "legal", ageBand })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
  return person
}

/** A member's own browser, signed in by the demo's button. */
export async function windowOf(
  browser: Browser,
  run: Running,
  locale: Locale,
  alias: string,
  width = 1280,
): Promise<Window> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, timezoneId: "Asia/Karachi" })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.message))
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("401")) complaints.push(message.text())
  })
  await page.goto(`${run.desk}/#/${locale}`)
  const text = await loadDeskText(locale)
  await signInto(page, alias)
  return { alias, context, page, text, complaints }
}

export async function signInto(page: Page, alias: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(alias) }).click()
}

/** The lawyer takes the case. */
export async function takeOffer({ page, text }: Window, story: string): Promise<void> {
  const { offers } = text
  await page.getByRole("button", { name: offers.openPreview, exact: true }).click()
  await page.getByLabel(offers.conflictQuestion).check()
  await page.getByRole("button", { name: offers.accept, exact: true }).click()
  await page.getByText(story).first().waitFor()
}

/** Opens the only case of a window. */
export async function openTheCase({ page, text }: Window, story: string): Promise<void> {
  await page.getByRole("link", { name: text.shell.tabs.cases }).click()
  await page.locator(".case-door").first().click()
  await page.getByText(story).first().waitFor()
}

/** What a window does by itself every twenty seconds, now. */
export async function lookNow({ page }: Pick<Window, "page">): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
}

/** Something the person's phone writes into the case. */
export async function personSays(run: Running, { keys }: Person, content: MessageContent): Promise<void> {
  const { opened, token } = await readOwnCase(run.reporter, run.organisation.deployment, keys)
  const envelope = must(
    await sealMessage({ opened, me: keys, content, nowMs: Date.now(), random: systemRandom }),
  )
  await call(run.reporter, REPORTER_ROUTES.addEnvelope, { envelope }, token)
}

/** The person moves their switches. */
export async function personSetsSwitches(
  run: Running,
  person: Person,
  boundaries: Extract<MessageContent, { kind: "policy" }>["body"]["boundaries"],
): Promise<void> {
  await personSays(run, person, { kind: "policy", body: { policy: "ask_me", boundaries } })
}

/** The person answers the newest question who they are. */
export async function personAnswers(run: Running, person: Person, values: IdentityPart): Promise<void> {
  const handOff = await newestHandOff(run, person)
  if (handOff.ask === null) throw new Error("nobody has asked")
  const body = must(
    await sealIdentity({
      ask: handOff.ask.body,
      values,
      me: person.keys,
      directory: await directoryOf(run.reporter, run.organisation.deployment),
      random: systemRandom,
    }),
  )
  await personSays(run, person, { kind: "identity_part", body })
}

/** The newest hand-off as the person's phone sees it. */
export async function newestHandOff(run: Running, { keys }: Person): Promise<HandOff> {
  const { opened } = await readOwnCase(run.reporter, run.organisation.deployment, keys)
  if (intakeOf(opened.conversation) === undefined) throw new Error("the case does not open")
  const newest = foldHandOffs(opened.conversation.messages).handOffs.at(-1)
  if (newest === undefined) throw new Error("nothing has been begun")
  return newest
}
