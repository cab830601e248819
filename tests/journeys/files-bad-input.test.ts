import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Locale } from "@shn/domain"
import type { Browser } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import type { FilesText } from "../../apps/reporter/src/text/files/area.ts"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import { cardOf, choose, fileWordsIn, madeUpFile } from "../support/chosen-files.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { goToStory, phoneOf, press } from "../support/screens.ts"

// What people do to files, and what phones, lines and disks do: a sentence each time, and nothing lost that was there.
type Phone = Awaited<ReturnType<typeof phoneOf>>
let run: Running
let browser: Browser
let phone: Phone
let files: FilesText
const MIB = 1_048_576

beforeAll(async () => {
  browser = await launchBrowser()
  // One megabyte for all files of a case: soon used up.
  run = await startHelpline({ env: { SHN_CASE_MEGABYTES: "1" } })
})
afterEach(async () => {
  run.reporterLine.tamper({})
  await phone?.close()
})
afterAll(async () => {
  await run?.close()
  await browser?.close()
})

async function atFiles(locale: Locale): Promise<void> {
  phone = await phoneOf(browser, locale, { actor: "files-bad", keeps: ["same", "more-room", "card-out"] })
  files = await fileWordsIn(locale)
  await goToStory(phone, run, locale, { story: "There is more." })
  await press(phone.page, phone.words.help.story.addFile)
  await phone.page.getByText(files.never.intimate).waitFor()
}

const logins = () => run.reporterLine.log.filter(({ path }) => path === "/api/login/answer").length

describe.each(["en", "ur"] as const)("in %s", (locale) => {
  test("no bytes, a name of 4,000 characters, a way out of a folder, and the same file twice", async () => {
    await atFiles(locale)
    const { page } = phone
    const empty = madeUpFile("empty.txt", 0, "text/plain")
    await choose(page, files.pick.any, [empty])
    await cardOf(page, empty.name).getByText(files.state.inReport).waitFor({ timeout: 60_000 })

    const long = madeUpFile(`${"لمبا نام ".repeat(25)}.pdf`, 1000, "application/pdf")
    await choose(page, files.pick.any, [long])
    await cardOf(page, "لمبا نام").getByText(files.state.inReport).waitFor({ timeout: 60_000 })

    const picture = madeUpFile("a.png", 5000, "image/png")
    await choose(page, files.pick.gallery, [picture])
    await cardOf(page, "a.png").getByText(files.state.inReport).waitFor({ timeout: 60_000 })
    await choose(page, files.pick.gallery, [{ ...picture, name: "b.png" }])
    await cardOf(page, "b.png").getByText(files.state.same("a.png")).waitFor({ timeout: 60_000 })
    await cardOf(page, "b.png").scrollIntoViewIfNeeded()
    await phone.shot("same")
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await press(page, files.act.of(files.act.takeAway, "b.png"))
    expect(await cardOf(page, "b.png").count()).toBe(0)
  })

  test("five hundred files at once: a hundred are taken, and the person is told about the others", async () => {
    await atFiles(locale)
    const { page } = phone
    // The line is away: only the list matters here.
    run.reporterLine.tamper({ before: (path) => (path.startsWith("/api/") ? "cut" : undefined) })
    const many = Array.from({ length: 500 }, (_, at) => madeUpFile(`${at}.jpg`, 10, "image/jpeg"))
    await choose(page, files.pick.gallery, many)
    await page.getByText(files.pick.tooMany("400")).waitFor()
    expect(await page.locator("article.file").count()).toBe(100)
  })

  test("the room for files is used up: the phone earns more by a piece of work, and the file goes on", async () => {
    await atFiles(locale)
    const { page } = phone
    const film = madeUpFile("film.mp4", 2 * MIB, "video/mp4")
    await choose(page, files.pick.gallery, [film])
    await cardOf(page, film.name).getByText(files.problem.room).waitFor({ timeout: 60_000 })
    await cardOf(page, film.name).scrollIntoViewIfNeeded()
    await phone.shot("more-room")
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await press(page, files.act.of(files.act.moreRoom, film.name))
    await cardOf(page, film.name).getByText(files.state.inReport).waitFor({ timeout: 60_000 })
  })

  test("our disk is full: the person is told that the file is still on the phone, and tries again", async () => {
    await atFiles(locale)
    const { page } = phone
    run.reporterLine.tamper({
      instead: (path) =>
        path.includes("/parts/") ? { status: 507, body: '{"problem":"storage_full"}' } : undefined,
    })
    const scan = madeUpFile("scan.pdf", 3000, "application/pdf")
    await choose(page, files.pick.any, [scan])
    await cardOf(page, scan.name).getByText(files.problem.full).waitFor({ timeout: 60_000 })
    run.reporterLine.tamper({})
    await press(page, files.act.of(files.act.tryAgain, scan.name))
    await cardOf(page, scan.name).getByText(files.state.inReport).waitFor({ timeout: 60_000 })
  })

  test("the memory card is taken out in the middle: the person is told, and the same file goes on from elsewhere", async () => {
    await atFiles(locale)
    const { page } = phone
    const card = mkdtempSync(join(tmpdir(), "shn-card-"))
    const file = madeUpFile("call.amr", 700_000, "audio/amr")
    writeFileSync(join(card, file.name), file.buffer)
    run.reporterLine.tamper({ before: (path) => (path === "/api/uploads/open" ? "cut" : undefined) })
    const asked = page.waitForEvent("filechooser")
    await press(page, files.pick.any)
    await (await asked).setFiles([join(card, file.name)])
    await cardOf(page, file.name).getByText(files.state.line).waitFor({ timeout: 60_000 })
    rmSync(card, { recursive: true })
    run.reporterLine.tamper({})
    await cardOf(page, file.name).getByText(files.problem.unreadable).waitFor({ timeout: 60_000 })
    await phone.shot("card-out")
    await choose(page, files.act.of(files.act.pickAgain, file.name), [file])
    await cardOf(page, file.name).getByText(files.state.inReport).waitFor({ timeout: 60_000 })
  })

  test.each([
    ["NotAllowedError", "refused"],
    ["NotFoundError", "missing"],
  ] as const)("a microphone that answers %s is named, and nothing is left open", async (name, sentence) => {
    await atFiles(locale)
    const { page } = phone
    await page.evaluate((answer) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", answer))
    }, name)
    await press(page, files.pick.voice)
    await press(page, files.voice.start)
    await page.getByText(files.voice[sentence]).waitFor()
    expect(await faultsOf(page, { locale, hasExit: true })).toEqual([])
    await press(page, files.voice.discard)
    await page.getByText(files.pick.voice).waitFor()
  })

  test("a visit that ends in the middle of a file is opened again without a word", async () => {
    await atFiles(locale)
    const { page } = phone
    let ended = 0
    run.reporterLine.tamper({
      instead: (path) =>
        path.includes("/parts/") && ++ended === 1
          ? { status: 401, body: '{"problem":"token_expired"}' }
          : undefined,
    })
    const loginsBefore = logins()
    const scan = madeUpFile("scan.pdf", 400_000, "application/pdf")
    await choose(page, files.pick.any, [scan])
    await cardOf(page, scan.name).getByText(files.state.inReport).waitFor({ timeout: 60_000 })
    expect(logins()).toBe(loginsBefore + 1)
  })

  test("a browser without workers sends a file all the same", async () => {
    await atFiles(locale)
    const { page } = phone
    await page.evaluate(() => {
      Object.defineProperty(globalThis, "Worker", { value: undefined })
    })
    const scan = madeUpFile("scan.pdf", 400_000, "application/pdf")
    await choose(page, files.pick.any, [scan])
    await cardOf(page, scan.name).getByText(files.state.inReport).waitFor({ timeout: 60_000 })
  })

  test("pause stops a file, going on finishes it, and quick exit forgets all of it", async () => {
    await atFiles(locale)
    const { page, words } = phone
    const film = madeUpFile("film.webm", 900_000, "video/webm")
    run.reporterLine.tamper({ before: (path) => (path.includes("/parts/") ? "cut" : undefined) })
    await choose(page, files.pick.any, [film])
    await cardOf(page, film.name).getByText(files.state.line).waitFor({ timeout: 60_000 })
    await press(page, files.act.of(files.act.pause, film.name))
    await cardOf(page, film.name).getByText(files.state.paused).waitFor()
    run.reporterLine.tamper({})
    await press(page, files.act.of(files.act.goOn, film.name))
    await cardOf(page, film.name).getByText(files.state.inReport).waitFor({ timeout: 60_000 })
    await page.getByText(words.help.draft.kept).waitFor()

    await page.route("**wikipedia.org/**", (route) => route.fulfill({ body: "an encyclopedia" }))
    await page.locator(".quick-exit").click()
    await page.getByText("an encyclopedia").waitFor()
    await page.goto(`${run.reporter}/${locale}/help/`)
    await page.getByText(words.help.safe.title).first().waitFor()
    await page.waitForTimeout(500)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(await page.getByText(words.help.draft.found).count()).toBe(0)
  })
})
