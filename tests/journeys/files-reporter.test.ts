import type { Locale } from "@shn/domain"
import { DESK_ROUTES } from "@shn/wire"
import type { Browser } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import { attachmentsOf, bytesFor, cardOf, choose, fileWordsIn, madeUpFile } from "../support/chosen-files.ts"
import { type Colleague, readCase, signIn } from "../support/colleague.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { goToStory, heading, phoneOf, press, sendStory } from "../support/screens.ts"

// Files in a report and in a conversation, on a phone, over lines that break. What arrives is exactly what was chosen.
type Phone = Awaited<ReturnType<typeof phoneOf>>
let run: Running
let browser: Browser
let coordinator: Colleague
let phone: Phone
const MIB = 1_048_576

beforeAll(async () => {
  browser = await launchBrowser(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"])
  run = await startHelpline()
  coordinator = await signIn(run, "Farah")
})
afterEach(async () => {
  run.reporterLine.tamper({})
  await phone?.close()
})
afterAll(async () => {
  await run?.close()
  await browser?.close()
})

async function casesNow(): Promise<ReadonlySet<string>> {
  const { cases } = await coordinator.call(DESK_ROUTES.myCases, {})
  return new Set(cases.map((one) => one.caseId))
}

async function newCase(known: ReadonlySet<string>) {
  const { cases } = await coordinator.call(DESK_ROUTES.myCases, {})
  const fresh = cases.filter((one) => !known.has(one.caseId))
  expect(fresh).toHaveLength(1)
  return readCase(run, coordinator, fresh[0]!.caseId)
}

describe.each(["en", "ur"] as const)("in %s", (locale: Locale) => {
  test("a file joins a report, outlives a cut line, and the coordinator reads exactly its bytes", async () => {
    const known = await casesNow()
    phone = await phoneOf(browser, locale, { actor: "files" })
    const { page, words } = phone
    const files = await fileWordsIn(locale)
    const story = { story: "He sent me this on Friday." }
    await goToStory(phone, run, locale, story)
    await press(page, words.help.story.addFile)
    await page.getByText(files.never.intimate).waitFor()
    await phone.shot("ways")
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])

    const film = madeUpFile("میری ویڈیو 1.mp4", 6 * MIB + 321, "video/mp4")
    // The line carries two parts and then breaks.
    let parts = 0
    run.reporterLine.tamper({
      before: (path) => (path.includes("/parts/") && ++parts > 2 ? "cut" : undefined),
    })
    await choose(page, files.pick.gallery, [film])
    await cardOf(page, film.name).getByText(files.state.line).waitFor()
    await phone.shot("no-line")
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await page.getByLabel(words.help.story.label).first().fill(story.story)

    run.reporterLine.tamper({})
    await cardOf(page, film.name).getByText(files.state.inReport).waitFor({ timeout: 60_000 })
    await phone.shot("there")
    await page.screenshot({ path: `/tmp/f3-${locale}-there.png`, fullPage: true })
    await sendStory(phone, story)
    const { opened } = await newCase(known)
    const [attachment] = attachmentsOf(opened)
    expect(attachment).toMatchObject({
      name: film.name,
      type: "video/mp4",
      origin: "gallery",
      state: "there",
    })
    expect((await bytesFor(coordinator, attachment)).equals(film.buffer)).toBe(true)
    await heading(page, words.help.sent.title)
  })
})
