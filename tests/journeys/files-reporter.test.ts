import { readFileSync } from "node:fs"
import type { Locale } from "@shn/domain"
import { DESK_ROUTES } from "@shn/wire"
import type { Browser } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import {
  attachAs,
  attachmentsOf,
  bytesFor,
  cardOf,
  choose,
  fileWordsIn,
  madeUpFile,
  PICTURE,
} from "../support/chosen-files.ts"
import { type Colleague, readCase, signIn } from "../support/colleague.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { enterCode, goToStory, heading, phoneOf, press, sendStory } from "../support/screens.ts"

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
    phone = await phoneOf(browser, locale, { actor: "files", keeps: ["ways", "no-line", "there"] })
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

  test("after a reload the person is told which file to choose again, and it goes on where it stopped", async () => {
    const known = await casesNow()
    phone = await phoneOf(browser, locale, { actor: "files-again", keeps: ["choose-again"] })
    const { page, words } = phone
    const { help } = words
    const files = await fileWordsIn(locale)
    const story = { story: "There is a recording." }
    await goToStory(phone, run, locale, story)
    await press(page, help.story.addFile)
    const sound = madeUpFile("call.m4a", 5 * MIB + 7, "audio/mp4")
    const arrived = cutAfter(2)
    await choose(page, files.pick.any, [sound])
    await cardOf(page, sound.name).getByText(files.state.line).waitFor()
    await page.getByText(help.draft.kept).waitFor()
    const before = arrived()
    run.reporterLine.tamper({})
    // The bytes that had come belong to the page that is gone: a new one knows only what the draft says.
    await page.reload()
    await heading(page, help.safe.title)
    await press(page, help.draft.goOn)
    await heading(page, help.story.title)
    await cardOf(page, sound.name).getByText(files.state.pickAgain).waitFor()
    await cardOf(page, sound.name).scrollIntoViewIfNeeded()
    await phone.shot("choose-again")
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])

    const shorter = { ...sound, buffer: sound.buffer.subarray(0, 100) }
    const changed = { ...sound, buffer: Buffer.from(sound.buffer) }
    changed.buffer[0] = (changed.buffer[0] ?? 0) ^ 1
    for (const wrong of [shorter, changed]) {
      await choose(page, files.act.of(files.act.pickAgain, sound.name), [wrong])
      await cardOf(page, sound.name).getByText(files.state.wrong).waitFor()
    }
    await choose(page, files.act.of(files.act.pickAgain, sound.name), [sound])
    await cardOf(page, sound.name).getByText(files.state.inReport).waitFor({ timeout: 60_000 })
    const parts = run.reporterLine.log.filter(({ method, status }) => method === "PUT" && status === 200)
    const ofThis = parts.slice(-6)
    expect(new Set(ofThis.map(({ path }) => path)).size).toBe(6)
    expect(before).toBeGreaterThanOrEqual(1)
    await sendStory(phone, story)
    const { opened } = await newCase(known)
    expect((await bytesFor(coordinator, attachmentsOf(opened)[0])).equals(sound.buffer)).toBe(true)
  })

  test("sent without waiting, a file is named as missing, and goes on later on another phone with the same bytes only", async () => {
    const known = await casesNow()
    phone = await phoneOf(browser, locale, { actor: "files-later", keeps: ["wait-or-send", "sent-without"] })
    const files = await fileWordsIn(locale)
    const { help, back } = phone.words
    const story = { story: "The film is long." }
    await goToStory(phone, run, locale, story)
    await press(phone.page, help.story.addFile)
    const film = madeUpFile("film.mp4", 4 * MIB, "video/mp4")
    cutAfter(1)
    await choose(phone.page, files.pick.gallery, [film])
    await cardOf(phone.page, film.name).getByText(files.state.line).waitFor()
    const code = await sendStory(phone, story, async () => {
      await phone.page.getByText(files.before.choose).waitFor()
      await phone.shot("wait-or-send")
      expect(await faultsOf(phone.page, { locale, hasExit: true })).toEqual([])
      await press(phone.page, files.before.now)
    })
    await phone.page.getByText(help.sent.filesLeft(1)).scrollIntoViewIfNeeded()
    await phone.shot("sent-without")
    await phone.close()
    run.reporterLine.tamper({})
    const before = await newCase(known)
    expect(attachmentsOf(before.opened)).toMatchObject([{ name: film.name, state: "on_its_way" }])

    phone = await phoneOf(browser, locale, {
      width: 320,
      actor: "files-other-phone",
      keeps: ["another-file"],
    })
    const { page } = phone
    await enterCode(phone, run, locale, code.join(" "))
    const card = cardOf(page, film.name)
    await card.getByText(files.state.pickAgain).waitFor({ timeout: 30_000 })
    const other = madeUpFile("other.mp4", film.buffer.length, "video/mp4")
    await choose(page, files.act.of(files.act.pickAgain, film.name), [other])
    await card.getByText(files.state.wrong).waitFor()
    await phone.shot("another-file")
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await choose(page, files.act.of(files.act.pickAgain, film.name), [film])
    // Once the message about it is stored, it stands in the conversation.
    await page.getByRole("log").getByText(film.name).waitFor({ timeout: 60_000 })
    await page.getByText(back.talk.write).first().waitFor()
    const { opened } = await newCase(known)
    expect((await bytesFor(coordinator, attachmentsOf(opened)[0])).equals(film.buffer)).toBe(true)
  })

  test("the person opens a picture that an expert sent, sends one, and sees both in the conversation", async () => {
    const known = await casesNow()
    phone = await phoneOf(browser, locale, { keeps: [] })
    const files = await fileWordsIn(locale)
    const story = { story: "Please show me the way." }
    await goToStory(phone, run, locale, story)
    const code = await sendStory(phone, story)
    await phone.close()
    const { view } = await newCase(known)
    await attachAs(run, coordinator, view.caseId, PICTURE)
    const page1 = madeUpFile("page <b>1.html", 2000, "text/html")
    await attachAs(run, coordinator, view.caseId, page1)

    phone = await phoneOf(browser, locale, { actor: "files-talk", keeps: ["opened", "both"] })
    const { page, words } = phone
    await enterCode(phone, run, locale, code.join(" "))
    const card = cardOf(page, PICTURE.name)
    await card.waitFor({ timeout: 30_000 })
    await press(page, files.act.of(files.shown.open, PICTURE.name))
    const picture = card.getByRole("img", { name: files.shown.picture(PICTURE.name) })
    await picture.waitFor()
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2)
    await phone.shot("opened")
    // A page is a program: it can be saved, never opened here.
    const html = cardOf(page, page1.name)
    await html.getByText(files.shown.asText).waitFor()
    expect(await html.getByRole("button", { name: files.act.of(files.shown.open, page1.name) }).count()).toBe(
      0,
    )
    const saved = page.waitForEvent("download")
    await press(page, files.act.of(files.shown.save, page1.name))
    await html.getByText(files.shown.saveAsk).waitFor()
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await press(page, files.shown.saveYes)
    expect(readFileSync((await (await saved).path()) ?? "").equals(page1.buffer)).toBe(true)

    await press(page, words.back.talk.addFile)
    const mine = madeUpFile("mine.jpg", 300_000, "image/jpeg")
    await choose(page, files.pick.gallery, [mine])
    await page.getByRole("log").getByText(mine.name).waitFor({ timeout: 60_000 })
    await phone.shot("both")
    const { opened } = await newCase(known)
    const own = attachmentsOf(opened).find(({ name }) => name === mine.name)
    expect((await bytesFor(coordinator, own)).equals(mine.buffer)).toBe(true)
    expect(phone.complaints).toEqual([])
  })

  test("a voice note is recorded, listened to, thrown away without a trace, recorded again and sent", async () => {
    const known = await casesNow()
    phone = await phoneOf(browser, locale, { actor: "files-voice", keeps: ["recording", "listen"] })
    const { page, words } = phone
    const files = await fileWordsIn(locale)
    const story = { story: "I cannot write it." }
    await goToStory(phone, run, locale, story)
    await press(page, words.help.story.addFile)
    await press(page, files.pick.voice)
    await press(page, files.voice.start)
    await page.getByText(files.voice.recording("0:02")).waitFor()
    await phone.shot("recording")
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await press(page, files.voice.stop)
    const sound = page.getByLabel(files.voice.listen)
    await sound.waitFor()
    expect(await sound.evaluate(plays)).toBe(true)
    await phone.shot("listen")
    await press(page, files.voice.discard)
    expect(await page.locator("audio").count()).toBe(0)
    expect(await page.locator("article.file").count()).toBe(0)

    await press(page, files.pick.voice)
    await press(page, files.voice.start)
    await page.getByText(files.voice.recording("0:01")).waitFor()
    await press(page, files.voice.stop)
    await press(page, files.voice.add)
    await page.locator("article.file").getByText(files.state.inReport).waitFor({ timeout: 60_000 })
    await sendStory(phone, story)
    const { opened } = await newCase(known)
    const [note] = attachmentsOf(opened)
    expect(note).toMatchObject({ origin: "voice", state: "there", type: "audio/webm" })
    // Every WebM begins with these four bytes (EBML).
    expect((await bytesFor(coordinator, note)).subarray(0, 4).toString("hex")).toBe("1a45dfa3")
  })
})

/** Lets so many parts pass, then breaks every line that carries one. @returns how many have passed */
function cutAfter(passes: number): () => number {
  let parts = 0
  run.reporterLine.tamper({
    before: (path) => (path.includes("/parts/") && ++parts > passes ? "cut" : undefined),
  })
  return () => Math.min(parts, passes)
}

/** Runs in the page: whether a recording can be played. */
async function plays(audio: HTMLAudioElement | SVGElement | HTMLElement): Promise<boolean> {
  if (!(audio instanceof HTMLAudioElement)) return false
  await audio.play()
  audio.pause()
  return true
}
