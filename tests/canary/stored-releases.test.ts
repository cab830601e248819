import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { consentDigest, readSealedAnswers } from "@shn/consent"
import { fromBase64url, utf8 } from "@shn/primitives/encode"
import { sealedPartLength } from "@shn/primitives/file-shape"
import { padmeLength } from "@shn/primitives/pad"
import { systemRandom } from "@shn/primitives/random"
import { openStore } from "@shn/server"
import { AGE_BYTES, ANSWER_SEAL_BYTES, REPORTER_ROUTES } from "@shn/wire"
import Database from "better-sqlite3"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { installAgencies, type MadeUpAgency, madeUpAgency, signedInOfficer } from "../support/agency.ts"
import { type Mailbox, startMailbox } from "../support/mailbox.ts"
import { answerAs, type HandedOver, handedOver, openPackage } from "../support/release.ts"
import { scanTree } from "../support/scan.ts"

// Words that appear nowhere else: in the package and in what the agency answers.
const INSIDE = "canary-package-شکایت-7be1"
const DIARY = "canary-diary-4471"
const NOTE = "canary-note-تفتیش-09ac"
const MARKERS = [INSIDE, DIARY, NOTE]

let folder = ""
let box: Mailbox
let agency: MadeUpAgency
let sent: HandedOver
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "shn-canary-"))
  box = await startMailbox(await openStore({ folder }), false, { dataDir: folder })
  agency = await madeUpAgency(box.helpline.random, "door-nccia", ["Rabia", "Kamran"])
  await installAgencies(box, 8, [agency])
  sent = await handedOver(box, agency, utf8(`${INSIDE} `.repeat(9_000)))
  const rabia = await signedInOfficer(box, agency, "Rabia")
  const package_ = await openPackage(agency, rabia, sent.release.releaseId)
  if (typeof package_ === "string") throw new Error(package_)
  await answerAs(agency, rabia, sent, { kind: "received", diary: DIARY, note: NOTE })
  const kamran = await signedInOfficer(box, agency, "Kamran")
  await answerAs(agency, kamran, sent, { kind: "enquiry", number: DIARY, note: NOTE.repeat(80) })
})
afterAll(async () => {
  await box.close()
  rmSync(folder, { recursive: true, force: true })
})

function rows(table: string): readonly Readonly<Record<string, unknown>>[] {
  const db = new Database(join(folder, "mailbox.sqlite"), { readonly: true })
  try {
    return db.prepare(`select * from ${table}`).all() as Record<string, unknown>[]
  } finally {
    db.close()
  }
}

describe("what a server keeps of a release", () => {
  test("P1: neither the package nor an answer lies readable in any file of the store, in any encoding", () => {
    const { sightings, files } = scanTree(folder, MARKERS)
    expect(files).toBeGreaterThan(2)
    expect(sightings).toEqual([])
    expect(scanTree(folder, ["AGE-SECRET-KEY"]).sightings).toEqual([])
  })

  test("P1: and the scan is awake: a planted answer makes it fail", () => {
    const planted = join(folder, "planted")
    writeFileSync(planted, Buffer.from(NOTE).toString("base64"))
    expect(scanTree(folder, MARKERS).sightings.length).toBeGreaterThan(0)
    rmSync(planted)
  })

  test("P1: the person reads the answers all the same", async () => {
    const { releases } = await sent.visitor.call(REPORTER_ROUTES.releases, {})
    const sealed = (releases[0]?.answers ?? []).map(({ bytes }) => fromBase64url(bytes) ?? systemRandom(1))
    const about = {
      agency: "door-nccia",
      releaseId: sent.release.releaseId,
      consent: consentDigest(sent.consent),
    }
    const officers = Object.values(agency.officers)
    const read = await readSealedAnswers(sealed, sent.reply, about, (keyId) => {
      const found = officers.find(({ keys }) => keys.keyId === keyId)
      return found && { agency: "door-nccia", signPk: found.keys.sign.publicKey }
    })
    expect(read.answers.map(({ answer }) => answer.kind)).toEqual(["received", "enquiry"])
  })

  test("P3: on the person's side there is no time but the day; of officers' acts, the minute", () => {
    const isDay = (value: unknown) => /^\d{4}-\d\d-\d\d$/.test(String(value))
    expect(rows("releases").map(({ day, exp_day }) => [isDay(day), isDay(exp_day)])).toEqual([[true, true]])
    expect(rows("release_packages").map(({ day }) => isDay(day))).toEqual([true])
    for (const table of ["releases", "revocations", "release_packages"])
      for (const row of rows(table))
        for (const [column, value] of Object.entries(row))
          expect(typeof value === "number" && value > 1_000_000, `${table}.${column}`).toBe(false)
    const times = [...rows("release_answers"), ...rows("release_views")].map(({ at_ms }) => Number(at_ms))
    expect(times.length).toBeGreaterThan(3)
    expect(times.filter((at) => at % 60_000 !== 0)).toEqual([])
  })

  test("P4: cover, parts and answers have lengths that padding makes", () => {
    const isPadded = (bytes: unknown, seal: number) => {
      const length = (bytes as Buffer).length - seal
      return length >= 1024 && padmeLength(length) === length
    }
    const answers = rows("release_answers")
    expect(answers).toHaveLength(2)
    expect(answers.filter(({ bytes }) => !isPadded(bytes, ANSWER_SEAL_BYTES))).toEqual([])
    expect(answers.filter(({ copy_bytes }) => !isPadded(copy_bytes, AGE_BYTES))).toEqual([])
    expect(rows("release_packages").map(({ cover }) => (cover as Buffer).length)).toEqual([1224])
    const [held] = rows("release_packages")
    const place = join(folder, "files", String(held?.upload_id))
    const allowed = Array.from({ length: 16 }, (_, at) => sealedPartLength(at + 1))
    const lengths = readdirSync(place).map((name) => statSync(join(place, name)).size)
    expect(lengths.length).toBeGreaterThan(0)
    expect(lengths.filter((length) => !allowed.includes(length))).toEqual([])
  })
})
