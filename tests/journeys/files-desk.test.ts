import { randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Locale } from "@shn/domain"
import type { Browser } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { faultsOf } from "../support/audit.ts"
import { launchBrowser } from "../support/browser.ts"
import { attachmentsOf, cardOf } from "../support/chosen-files.ts"
import {
  deskOf,
  enterDesk,
  openCase,
  personSends,
  type WatchedDesk,
  watchDeeds,
} from "../support/desk-files.ts"
import { type Elsewhere, startElsewhere } from "../support/elsewhere.ts"
import { honestPorts, personWithCase, readBack, uploadFrom } from "../support/file-sender.ts"
import { harmfulFiles } from "../support/harmful/files.ts"
import { flateBomb, plainPdf } from "../support/harmful/pdf.ts"
import { pngOf } from "../support/harmful/pictures.ts"
import { type Person, readOwnCase } from "../support/person.ts"
import { type Running, startHelpline, until } from "../support/running.ts"
import { keepShot } from "../support/screens.ts"

// Files on the desk: what a stranger sent is looked at where it can do no harm, and saved only on purpose.
const STORY = "He sends pictures every night, and now this file."
const MIB = 1_048_576

let run: Running
let browser: Browser
let elsewhere: Elsewhere
let person: Person
let desk: WatchedDesk

beforeAll(async () => {
  browser = await launchBrowser()
  elsewhere = await startElsewhere()
})
afterEach(async () => {
  await desk?.context.close()
  await run?.close()
})
afterAll(async () => {
  await browser?.close()
  await elsewhere?.close()
})

/** A case with these files, open on the coordinator's desk. */
async function deskWith(files: Parameters<typeof personSends>[2][], locale: Locale = "en", width?: number) {
  run = await startHelpline()
  person = await personWithCase(run, STORY)
  for (const file of files) await personSends(run, person, file)
  desk = await deskOf(browser, run, locale, "Farah", width)
  await openCase(desk, STORY)
}

const png = { name: "راستہ.png", type: "image/png", bytes: pngOf(400, 300, [200, 60, 60]) }
const button = (name: string) => desk.page.getByRole("button", { name, exact: true })
const card = (name: string) => cardOf(desk.page, name)

/** Opens a file and waits until it stands there, or until it is said why not. */
async function look(name: string): Promise<void> {
  const { files } = desk.text
  await button(`${files.open}: ${name}`).click()
  await card(name).getByText(files.exact).waitFor()
}

/** What is drawn in the viewing frame. */
const inFrame = (name: string) => card(name).frameLocator("iframe").locator("img, canvas, pre, video")

async function close(name: string): Promise<void> {
  await card(name).getByRole("button", { name: desk.text.files.close }).click()
}

describe("a file that lies about what it is", () => {
  test("runs nothing, calls nobody, asks nothing and leads nowhere, whatever it is", async () => {
    const harmful = harmfulFiles(elsewhere.origin)
    await deskWith([...harmful])
    const { files } = desk.text
    elsewhere.calls.length = 0
    const asked = run.deskLine.log.length
    for (const file of harmful) {
      await look(file.name)
      if (file.name === "proof.zip") await card(file.name).getByText(files.cannot.kind).waitFor()
      else await inFrame(file.name).waitFor({ state: "attached" })
      await desk.page.waitForTimeout(800)
      await close(file.name)
    }
    expect(elsewhere.calls).toEqual([])
    expect(desk.deeds).toEqual([])
    const paths = run.deskLine.log.slice(asked).map(({ path }) => path)
    expect(paths.filter((path) => !/^\/(api\/|viewer\/(show|pages)\/$|assets\/)/.test(path))).toEqual([])
    expect(new URL(desk.page.url()).origin).toBe(run.desk)
    // The pages' own policy refused nothing either: nothing was even tried.
    expect(desk.complaints).toEqual([])
  })

  test.each(["photo.jpg", "drawing.svg", "moving.gif", "notes.txt"])(
    "and the watch is awake: opened by a careless page %s gives itself away",
    async (name) => {
      const file = harmfulFiles(elsewhere.origin).find((one) => one.name === name)
      const { careless = "", bytes = "" } = file ?? {}
      const inside =
        careless === "text/javascript" ? `<script src="/file"></script>` : `<iframe src="/file"></iframe>`
      elsewhere.pages.set("/file", { type: careless, body: bytes })
      elsewhere.pages.set("/careless", { type: "text/html", body: `<!doctype html>${inside}` })
      elsewhere.calls.length = 0
      // What it does may bring a whole browser down: it gets one of its own.
      const victim = await launchBrowser()
      const context = await victim.newContext()
      const page = await context.newPage()
      const deeds = await watchDeeds(context, page)
      await page.goto(`${elsewhere.origin}/careless`).catch(() => null)
      const isAway = () => deeds.length > 0 && elsewhere.calls.some((path) => path.includes("harm"))
      await expect.poll(isAway, { timeout: 15_000 }).toBe(true)
      await victim.close()
    },
  )

  test("the PDF of these tests does hold a script and an address to visit", async () => {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs")
    const file = harmfulFiles("http://elsewhere.example").find(({ name }) => name === "order.pdf")
    const pdf = await getDocument({ data: new Uint8Array(file?.bytes ?? []), verbosity: 0 }).promise
    const page = await pdf.getPage(1)
    const annotations = await page.getAnnotations()
    expect(JSON.stringify(await pdf.getJSActions())).toContain("app.alert")
    expect(annotations.map(({ url }) => url)).toContain("http://elsewhere.example/harm-link")
  })

  test("is called what it is", async () => {
    const [page] = harmfulFiles(elsewhere.origin)
    await deskWith([page!])
    const { files } = desk.text
    await look("photo.jpg")
    await card("photo.jpg").getByText(files.lies(files.kind.picture, files.kind.text)).waitFor()
    expect(await inFrame("photo.jpg").textContent()).toContain("<script>")
  })
})

describe("a file that is made to hold up a computer", () => {
  test("is stopped with a sentence: a picture of 3,600 million dots, a PDF that unpacks to a gigabyte", async () => {
    const dots = { width: 60_000, height: 60_000 }
    await deskWith([
      { name: "huge.png", type: "image/png", bytes: pngOf(10, 10, [1, 1, 1], dots) },
      { name: "bomb.pdf", type: "application/pdf", bytes: flateBomb(1000) },
    ])
    const { files } = desk.text
    await look("huge.png")
    await card("huge.png").getByText(files.cannot.picture).waitFor()
    await close("huge.png")
    await look("bomb.pdf")
    await card("bomb.pdf").getByText(files.cannot.failed).waitFor()
    await button(files.close).click()
    await desk.page.getByText(STORY).waitFor()
  })

  test("a PDF of five thousand pages opens at once and turns page by page", async () => {
    await deskWith([{ name: "long.pdf", type: "application/pdf", bytes: plainPdf(5000) }])
    const { files } = desk.text
    await look("long.pdf")
    await card("long.pdf").getByText(files.page("1", "5000")).waitFor()
    await button(files.nextPage).click()
    await card("long.pdf").getByText(files.page("2", "5000")).waitFor()
  })

  test("a frame that never answers is taken away, and the desk goes on", async () => {
    await deskWith([png])
    const { files } = desk.text
    // The frame's own script never comes.
    await desk.page.route("**/assets/frame-*", () => undefined)
    await look(png.name)
    await card(png.name).getByText(files.cannot.slow).waitFor({ timeout: 40_000 })
    expect(await desk.page.locator("iframe").count()).toBe(0)
  })
})

describe.each(["en", "ur"] as const)("a picture on the desk in %s", (locale) => {
  test("is blurred and grey until somebody wants to see it, and is so again after the case was closed", async () => {
    await deskWith([png, { name: "two.pdf", type: "application/pdf", bytes: plainPdf(2) }], locale)
    const { page } = desk
    const { files } = desk.text
    const seen = async () => {
      const shot = await card(png.name).locator(".file-place").screenshot()
      return page.evaluate(colourSpread, shot.toString("base64"))
    }
    expect(await page.locator("iframe").count()).toBe(0)
    await look(png.name)
    await inFrame(png.name).waitFor({ state: "attached" })
    await button(files.clear).waitFor()
    await keepShot(page, locale, "files-desk-01-blurred")
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])
    expect(await seen()).toBeLessThan(12)
    expect(
      await card(png.name)
        .locator(".file-place")
        .evaluate((place) => (place as HTMLElement).inert),
    ).toBe(true)
    await button(files.clear).click()
    await button(files.blur).waitFor()
    expect(await seen()).toBeGreaterThan(100)
    await keepShot(page, locale, "files-desk-02-clear")
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])
    // Another case is looked at, then this one again.
    await page.getByRole("button", { name: desk.text.cases.back }).click()
    await page.locator(".case-door").first().click()
    await look(png.name)
    await button(files.clear).waitFor()
    expect(await seen()).toBeLessThan(12)
    expect(desk.complaints).toEqual([])
  })

  test("fits a small screen, with the question before a download", async () => {
    await deskWith(
      [png, { name: "notes.txt", type: "text/plain", bytes: Buffer.from("سلام\nhello") }],
      locale,
      320,
    )
    const { page } = desk
    const { files } = desk.text
    await look("notes.txt")
    await inFrame("notes.txt").waitFor()
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])
    await button(`${files.download}: ${png.name}`).click()
    await page.getByText(files.ask.leaves).waitFor()
    await keepShot(page, locale, "files-desk-03-question")
    expect(await faultsOf(page, { locale, hasExit: false })).toEqual([])
  })
})

describe("a download", () => {
  const film = { name: "film.mp4", type: "video/mp4", bytes: new Uint8Array(randomBytes(3 * MIB + 17)) }

  test("happens only after the question, and is exact to the last bit", async () => {
    await deskWith([film])
    const { page } = desk
    const { files, common } = desk.text
    await page.evaluate(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"))
    let downloads = 0
    page.on("download", () => downloads++)
    await button(`${files.download}: ${film.name}`).click()
    await page.getByText(files.ask.harmful).waitFor()
    await button(common.cancel).click()
    await page.waitForTimeout(500)
    expect(downloads).toBe(0)
    await button(`${files.download}: ${film.name}`).click()
    const coming = page.waitForEvent("download")
    await button(files.ask.yes).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe(film.name)
    expect(Buffer.compare(readFileSync(await download.path()), film.bytes)).toBe(0)
    await page.getByText(files.saved).waitFor()
  })

  test("goes straight to the chosen place where the browser can do that, piece by piece", async () => {
    await deskWith([film])
    const { page } = desk
    await chooseOwnPlace()
    await save(film.name)
    await page.getByText(desk.text.files.saved).waitFor()
    expect(Buffer.compare(await savedBytes(), film.bytes)).toBe(0)
  })

  test.each(["changed", "missing"] as const)(
    "of a file with a %s piece leaves nothing behind",
    async (how) => {
      await deskWith([film])
      const { page } = desk
      const { files } = desk.text
      await spoilPart(1, how)
      await chooseOwnPlace()
      await save(film.name)
      const words = how === "changed" ? files.refused.changed("2") : files.refused.missing("2")
      await card(film.name).getByText(words).waitFor()
      expect((await savedBytes()).length).toBe(0)
      await button(`${files.open}: ${film.name}`).click()
      await card(film.name).getByText(words).waitFor()
      expect(await page.locator("iframe").count()).toBe(0)
      if (how === "changed") await card(film.name).getByText(files.damaged).waitFor()
    },
  )

  test("of a program says that it is one", async () => {
    const name = "photo\u202egpj.exe"
    await deskWith([{ name, type: "image/jpeg", bytes: new Uint8Array([0x4d, 0x5a, 0, 0]) }])
    const { files } = desk.text
    await button(`${files.download}: photogpj.exe`).click()
    await desk.page.getByText(files.ask.program).waitFor()
    await desk.page.getByText(files.ask.title("photogpj.exe")).waitFor()
  })

  async function save(name: string): Promise<void> {
    await button(`${desk.text.files.download}: ${name}`).click()
    await button(desk.text.files.ask.yes).click()
  }

  /** The browser's own question cannot be answered by a test: a place inside the browser is what was chosen. */
  async function chooseOwnPlace(): Promise<void> {
    await desk.page.evaluate(() => {
      Object.assign(globalThis, {
        showSaveFilePicker: async () => {
          const root = await navigator.storage.getDirectory()
          return root.getFileHandle("saved", { create: true })
        },
      })
    })
  }

  async function savedBytes(): Promise<Buffer> {
    const base64 = await desk.page.evaluate(async () => {
      const root = await navigator.storage.getDirectory()
      const handle = await root.getFileHandle("saved", { create: true })
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
      let text = ""
      for (let at = 0; at < bytes.length; at += 32_768)
        text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
      return btoa(text)
    })
    return Buffer.from(base64, "base64")
  }

  async function spoilPart(part: number, how: "changed" | "missing"): Promise<void> {
    const isIt = (path: string) => path.endsWith(`/parts/${part}`)
    if (how === "changed")
      return run.deskLine.tamper({
        bytes: (path, body) =>
          isIt(path) ? body.map((byte, at) => (at === body.length >> 1 ? byte ^ 1 : byte)) : body,
      })
    await desk.context.route(`**/api/uploads/*/parts/${part}`, (route) =>
      route.fulfill({ status: 404, contentType: "application/json", body: '{"problem":"not_found"}' }),
    )
  }
})

describe("a file that staff add", () => {
  const proof = { name: "letter.pdf", mimeType: "application/pdf", buffer: randomBytes(5 * MIB + 3) }

  test("goes on after a pause and after a reload, from where it stopped, and reaches the person whole", async () => {
    await deskWith([])
    const { page } = desk
    const { files } = desk.text
    // The line takes two parts and then nothing more.
    let parts = 0
    run.deskLine.tamper({ before: (path) => (/\/parts\/\d+$/.test(path) && ++parts > 2 ? "cut" : undefined) })
    await pick(files.attach, proof)
    await card(proof.name).getByText(files.waitingLine).waitFor()
    await button(files.pause).click()
    await card(proof.name).getByText(files.paused).waitFor()
    await page.reload()
    await enterDesk(page, desk.text, "en", "Farah")
    await openCase(desk, STORY)
    await card(proof.name).getByText(files.pickAgain).waitFor()
    run.deskLine.tamper({})
    // Another file of the same length is not taken for it.
    await pick(files.pickAgainButton, { ...proof, buffer: randomBytes(proof.buffer.length) })
    await card(proof.name).getByText(files.problem.differs).waitFor()
    const before = run.deskLine.log.length
    await pick(files.pickAgainButton, proof)
    await card(proof.name).getByText(files.there).waitFor()
    const sentAgain = run.deskLine.log
      .slice(before)
      .filter(({ method, status }) => method === "PUT" && status === 200)
    expect(sentAgain.length).toBeLessThanOrEqual(4)

    const { opened } = await readOwnCase(run.reporter, run.organisation.deployment, person.keys)
    const [file] = attachmentsOf(opened)
    if (file?.state !== "there") throw new Error(`not there: ${file?.state}`)
    const back = await readBack(uploadFrom(file), file.size, file, honestPorts(run, person, uploadFrom(file)))
    expect(back).toMatchObject({ result: { ok: true }, bytes: proof.buffer.length, sha256: file.sha256 })
    expect(opened.findings).toEqual([])

    // The very same bytes once more: asked first.
    await pick(files.attach, { ...proof, name: "copy.pdf" })
    await card("copy.pdf").getByText(files.twin(proof.name)).waitFor()
    await button(files.twinLeave).click()
    await until(async () => (await card("copy.pdf").count()) === 0, "the copy stayed")
  })

  test("can be taken back while it is on its way", async () => {
    await deskWith([])
    const { files } = desk.text
    run.deskLine.tamper({ before: (path) => (/\/parts\/\d+$/.test(path) ? "cut" : undefined) })
    await pick(files.attach, proof)
    await card(proof.name).getByText(files.waitingLine).waitFor()
    await button(files.takeBack).click()
    await card(proof.name).getByText(files.stopped).waitFor()
  })

  async function pick(name: string, file: typeof proof): Promise<void> {
    const asked = desk.page.waitForEvent("filechooser")
    await button(name).click()
    await (await asked).setFiles([file])
  }
})

/** Runs in the page: how far red and blue lie apart at most in a picture; 0 is grey. */
async function colourSpread(base64: string): Promise<number> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }))
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  const pen = canvas.getContext("2d")
  pen?.drawImage(picture, 0, 0)
  // Not the very edge, which belongs to the page.
  const data = pen?.getImageData(8, 8, picture.width - 16, picture.height - 16).data ?? []
  let most = 0
  for (let at = 0; at < data.length; at += 4)
    most = Math.max(most, Math.abs((data[at] ?? 0) - (data[at + 2] ?? 0)))
  return most
}
