import { writeFileSync } from "node:fs"
import { request } from "node:http"
import { join } from "node:path"
import Database from "better-sqlite3"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { launchBrowser } from "../support/browser.ts"
import { type Running, startHelpline } from "../support/running.ts"
import { scanBytes, scanTree } from "../support/scan.ts"
import { demoSignIn, enterCode, goToStory, phoneOf, press, sendStory, tap } from "../support/screens.ts"

// Words that appear nowhere else, in the places where people write.
const STORY = "canary-story-گواہی-4f9c2e"
const ABOUT = "canary-about-zulfiqar-81b7"
const CONTACT = "canary-contact-0300-7654321"
const ANSWER = "canary-answer-ڈاکٹر-93d1"
const THANKS = "canary-thanks-6c0a"
const MARKERS = [STORY, ABOUT, CONTACT, ANSWER, THANKS]
const FORGED_ADDRESSES = ["203.0.113.77", "198.51.100.9", "2001:db8::bad:cafe"]
const LOOPBACKS = ["127.0.0.83", "127.0.0.84"]

let run: Running
let browser: Browser
/** Digits and words of the receipt, which must not be stored or sent either. */
let receipt: readonly string[] = []

beforeAll(async () => {
  run = await startHelpline()
  browser = await launchBrowser()
  const person = await phoneOf(browser, "ur")
  const { help } = person.words
  await goToStory(person, run, "ur", { story: STORY })
  const contact = person.page.getByText(help.story.contact, { exact: true })
  if (await contact.count()) await contact.first().click()
  await person.page.getByLabel(help.story.number).first().fill(CONTACT)
  receipt = await sendStory(person, { story: STORY, about: ABOUT })
  await person.close()

  const desk = await phoneOf(browser, "en")
  await demoSignIn(desk.page, run, desk.words, "en", "Sana")
  await press(desk.page, desk.words.desk.offers.openPreview)
  await desk.page.getByText(ABOUT).waitFor()
  await tap(desk.page, desk.words.desk.offers.conflictQuestion)
  await press(desk.page, desk.words.desk.offers.accept)
  await desk.page.getByText(STORY).first().waitFor({ timeout: 30_000 })
  await desk.page.getByText(CONTACT).first().waitFor()
  await desk.page.getByLabel(desk.words.desk.cases.writeLabel).first().fill(ANSWER)
  await press(desk.page, desk.words.common.send)
  await desk.page.getByText(desk.words.desk.cases.sent).waitFor()
  await desk.close()

  const again = await phoneOf(browser, "ur")
  await enterCode(again, run, "ur", receipt.join(" "))
  await again.page.getByText(ANSWER).first().waitFor({ timeout: 30_000 })
  await again.page.getByLabel(again.words.back.talk.write).first().fill(THANKS)
  await press(again.page, again.words.back.talk.send)
  await again.page.getByText(THANKS).last().waitFor()
  await again.close()

  // From several addresses, with headers that a proxy would add.
  for (const localAddress of LOOPBACKS) await callFrom(localAddress)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await run?.close()
})

function callFrom(localAddress: string): Promise<void> {
  const [first, second, third] = FORGED_ADDRESSES
  const headers = {
    "x-forwarded-for": `${first}, ${second}`,
    "x-real-ip": first,
    forwarded: `for="[${third}]"`,
    "cf-connecting-ip": second,
    "content-type": "application/json",
    origin: run.reporter,
  }
  return new Promise((done, fail) => {
    const port = Number(new URL(run.direct.reporter).port)
    const sent = request(
      { host: "127.0.0.1", port, localAddress, method: "POST", path: "/api/work", headers },
      (answer) =>
        answer
          .resume()
          .on("end", () => (answer.statusCode === 200 ? done() : fail(new Error(`${answer.statusCode}`)))),
    )
    sent.on("error", fail)
    sent.end(JSON.stringify({ purpose: "open" }))
  })
}

describe("P1: nothing that a person or an expert wrote lies readable on the server", () => {
  test("not in the database, its journal, or any other file of the store, in any encoding", () => {
    const { sightings, files } = scanTree(run.dataDir, MARKERS)
    expect(files).toBeGreaterThan(0)
    expect(sightings).toEqual([])
  })

  test("not in anything that crossed the line, either way", () => {
    const exchanges = [...run.reporterLine.log, ...run.deskLine.log]
    expect(exchanges.length).toBeGreaterThan(20)
    const sightings = exchanges.flatMap((one) => [
      ...scanBytes(`${one.path} request`, one.requestBody, MARKERS),
      ...scanBytes(`${one.path} answer`, one.responseBody, MARKERS),
      ...scanBytes(`${one.path} address`, Buffer.from(one.path), MARKERS),
    ])
    expect(sightings).toEqual([])
  })

  test("not in what the server printed", () => {
    expect(run.output().length).toBeGreaterThan(0)
    expect(scanBytes("output", Buffer.from(run.output()), MARKERS)).toEqual([])
  })

  test("and the receipt is nowhere: not stored, not sent, not printed", () => {
    const faces = [receipt.join(" "), receipt.join(""), receipt.join("-")]
    expect(receipt).toHaveLength(9)
    expect(scanTree(run.dataDir, faces).sightings).toEqual([])
    for (const one of run.reporterLine.log) {
      expect(scanBytes(one.path, Buffer.concat([Buffer.from(one.path), one.requestBody]), faces)).toEqual([])
    }
  })

  test("and the scan is awake: a planted plain text makes it fail", () => {
    writeFileSync(join(run.dataDir, "planted.bin"), Buffer.from(`..${STORY}..`).toString("base64"))
    expect(scanTree(run.dataDir, MARKERS).sightings.map((one) => one.marker)).toContain(STORY)
  })
})

describe("P2: no address of anybody is stored", () => {
  test("neither the address a call came from nor one that a header claims", () => {
    const places = [...LOOPBACKS, ...FORGED_ADDRESSES]
    expect(scanTree(run.dataDir, places).sightings).toEqual([])
    expect(scanBytes("output", Buffer.from(run.output()), places)).toEqual([])
  })
})

describe("P3: what the server keeps about a person's side is days", () => {
  /** Columns that may hold an exact or nearly exact time: things that end soon, and what staff do. */
  const ALLOWED = new Set([
    "tokens.ends_ms",
    "spent_challenges.ends_ms",
    "proposals.ends_ms",
    "offers.opened_ms",
    "offers.deadline_ms",
    "staff_sessions.seen_ms",
    "staff_sessions.ends_ms",
    "staff_tries.wait_until_ms",
    "staff_codes.last_step",
    "jobs.run_at_ms",
    "jobs.lease_until_ms",
  ])

  test("after acceptance no other column holds a time, as a number or as text", () => {
    const found = new Set<string>()
    let cells = 0
    const database = new Database(storeFile(), { readonly: true })
    const tables = database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%migration%'",
      )
      .all() as { name: string }[]
    for (const { name } of tables) {
      for (const row of database.prepare(`select * from "${name}"`).iterate() as Iterable<
        Record<string, unknown>
      >) {
        for (const [column, value] of Object.entries(row)) {
          cells++
          if (looksLikeTime(value)) found.add(`${name}.${column}`)
        }
      }
    }
    database.close()
    expect(cells).toBeGreaterThan(100)
    expect([...found].filter((place) => !ALLOWED.has(place))).toEqual([])
  })

  test("the accepted offer has lost its clock, and the need its facets", () => {
    const database = new Database(storeFile(), { readonly: true })
    const offers = database.prepare("select state, opened_ms, deadline_ms from offers").all()
    expect(offers).toEqual([{ state: "accepted", opened_ms: null, deadline_ms: null }])
    expect(database.prepare("select facets, picks, binding_rule from needs").all()).toEqual([
      { facets: null, picks: "[]", binding_rule: null },
    ])
    expect(database.prepare("select count(*) as n from proposals").get()).toEqual({ n: 0 })
    database.close()
  })

  test("and the check is awake: it knows a time when it sees one", () => {
    expect(
      [
        Date.now(),
        Math.floor(Date.now() / 1000),
        new Date().toISOString(),
        `{"at":"${new Date().toISOString()}"}`,
      ].every(looksLikeTime),
    ).toBe(true)
    expect(["2026-11-23", 3, null, "P2", Buffer.alloc(3)].some(looksLikeTime)).toBe(false)
  })

  function storeFile(): string {
    return join(run.dataDir, "mailbox.sqlite")
  }
})

/** A number or text that names a moment of about now, finer than a day. */
function looksLikeTime(value: unknown): boolean {
  if (typeof value === "number" || typeof value === "bigint") {
    const number = Number(value)
    const now = Date.now()
    const day = 86_400_000
    return [1, 1_000, 30_000].some((unit) => Math.abs(number * unit - now) < 400 * day && number > 1_000_000)
  }
  return (
    typeof value === "string" && (/\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) || /\b1[6-9]\d{11}\b/.test(value))
  )
}
