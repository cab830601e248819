import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Release, revocationOf, signRelease, signRevocation } from "@shn/consent"
import { addDays, type Day } from "@shn/domain"
import { sealCopy, sealCover } from "@shn/evidence"
import { base64url } from "@shn/primitives/encode"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import type { SignKeyPair } from "@shn/primitives/sign"
import {
  AGE_BYTES,
  AGENCY_ROUTES,
  ANSWER_SEAL_BYTES,
  DESK_ROUTES,
  fetchPart,
  REPORTER_ROUTES,
} from "@shn/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  identitiesOf,
  installAgencies,
  type MadeUpAgency,
  madeUpAgency,
  signedInOfficer,
  withoutOfficer,
} from "../../../../tests/support/agency.ts"
import { NOW_MS, TODAY } from "../../../../tests/support/helpline.ts"
import { type Mailbox, problemOf, startMailbox, submittedCase } from "../../../../tests/support/mailbox.ts"
import { madeUpFile, type SealedFile, staffFiles } from "../../../../tests/support/sealed-files.ts"
import { agencyKeyOf } from "../agencies.ts"
import type { StoreLocation } from "../store/store.ts"
import { startPostgres, type TestPostgres } from "../store/testing/postgres.ts"

let postgres: TestPostgres
const folder = mkdtempSync(join(tmpdir(), "shn-releases-"))
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ENGINES: readonly (readonly [string, () => Promise<StoreLocation>])[] = [
  ["SQLite", async () => ({ folder: mkdtempSync(join(folder, "one-")) })],
  ["PostgreSQL", async () => ({ postgresUrl: await postgres.freshDatabase() })],
]

const DAY_MS = 86_400_000
const digest = () => base64url(systemRandom(32))

describe.each(ENGINES)("releases on %s", (_, location) => {
  let box: Mailbox
  let dataDir = ""
  let agency: MadeUpAgency
  let other: MadeUpAgency
  let version = 7
  beforeAll(async () => {
    dataDir = mkdtempSync(join(folder, "data-"))
    box = await startMailbox(await location(), false, { dataDir })
    agency = await madeUpAgency(box.helpline.random, "nccia", ["Rabia", "Kamran"])
    other = await madeUpAgency(box.helpline.random, "fia", ["Tariq"])
    await install([agency, other])
  })
  afterAll(() => box.close())

  async function install(agencies: readonly MadeUpAgency[]): Promise<void> {
    version += 1
    await installAgencies(box, version, agencies)
  }

  /** A submitted case and the coordinator who is on it. */
  async function people() {
    box.clock.nowMs = NOW_MS
    const { visitor, body } = await submittedCase(box)
    const desk = await box.colleague("Sana")
    return {
      visitor,
      caseId: body.caseId,
      sign: visitor.keys.sign,
      desk,
      files: staffFiles(body.caseId, desk),
    }
  }
  type People = Awaited<ReturnType<typeof people>>

  function releaseFor({ caseId }: Pick<People, "caseId">, part: Partial<Release> = {}): Release {
    return {
      v: 1,
      caseId,
      releaseId: randomUuidV4(systemRandom),
      agencyId: "nccia",
      agencyKey: agencyKeyOf(agency.inbox),
      consentDigest: digest(),
      nbfDay: TODAY,
      expDay: addDays(TODAY, 30),
      uses: 1,
      seq: 1,
      reply: base64url(new Uint8Array(1216)),
      ...part,
    }
  }
  async function submit(who: People, release: Release, keys: SignKeyPair = who.sign) {
    return who.visitor.call(REPORTER_ROUTES.release, { release: signRelease(release, keys) })
  }
  async function packageOf(who: People, releaseId: string, chunks = 1) {
    const file: SealedFile = madeUpFile(chunks)
    await who.files.send(file)
    const cover = await sealCover(
      {
        releaseId,
        uploadId: file.uploadId,
        key: digest(),
        size: 100,
        sha256: digest(),
        parts: 1,
        partsDigest: file.partsDigest,
      },
      agency.inbox.recipient,
    )
    return {
      file,
      body: { caseId: who.caseId, releaseId, use: 1, uploadId: file.uploadId, cover: base64url(cover) },
    }
  }
  async function handedOver(who: People, part: Partial<Release> = {}) {
    const release = releaseFor(who, part)
    await submit(who, release)
    const { file, body } = await packageOf(who, release.releaseId)
    await who.desk.call(DESK_ROUTES.handOver, body)
    return { release, file, body }
  }
  async function viewOf(who: People, releaseId: string) {
    const { releases } = await who.visitor.call(REPORTER_ROUTES.releases, {})
    const found = releases.find((each) => each.releaseId === releaseId)
    if (found === undefined) throw new Error("no such release")
    return found
  }
  function takeBack(who: People, { consentDigest, seq }: Release) {
    const revocation = revocationOf({
      caseId: who.caseId,
      consent: consentDigest,
      seq,
      nowMs: box.clock.nowMs,
    })
    return who.visitor.call(REPORTER_ROUTES.revoke, { revocation: signRevocation(revocation, who.sign) })
  }
  type Officer = Awaited<ReturnType<typeof signedInOfficer>>
  async function partOf(officer: Officer, { uploadId }: SealedFile): Promise<string | Uint8Array> {
    const got = await fetchPart(AGENCY_ROUTES.packagePart, { uploadId, n: 0 }, { fetch: officer.partFetch })
    return got.ok ? got.value : got.error
  }
  async function answerFor(releaseId: string, after: number, stops = false) {
    const copy = await sealCopy("{}", agency.inbox.recipient)
    return {
      releaseId,
      answerId: randomUuidV4(systemRandom),
      after,
      stops,
      bytes: base64url(systemRandom(ANSWER_SEAL_BYTES + 1024)),
      copy: base64url(copy),
    }
  }

  test("a release waits for its package, which then lies in the agency's inbox and nowhere else", async () => {
    const who = await people()
    const release = releaseFor(who)
    expect(await submit(who, release)).toEqual({ state: "signed" })
    const rabia = await signedInOfficer(box, agency, "Rabia")
    expect((await rabia.call(AGENCY_ROUTES.inbox, {})).lines).toEqual([])
    expect(await problemOf(rabia.call(AGENCY_ROUTES.openRelease, { releaseId: release.releaseId }))).toBe(
      "not_found",
    )

    const { file, body } = await packageOf(who, release.releaseId)
    expect(await who.desk.call(DESK_ROUTES.handOver, body)).toEqual({ state: "handed" })
    expect((await rabia.call(AGENCY_ROUTES.inbox, {})).lines).toEqual([
      {
        releaseId: release.releaseId,
        state: "handed",
        day: TODAY,
        lastDay: release.expDay,
        uses: 1,
        answers: 0,
      },
    ])
    const opened = await rabia.call(AGENCY_ROUTES.openRelease, { releaseId: release.releaseId })
    expect(opened.packages).toEqual([{ use: 1, uploadId: file.uploadId, cover: body.cover }])
    expect(await partOf(rabia, file)).toEqual(file.parts[0])
    expect((await viewOf(who, release.releaseId)).state).toBe("fetched")
  })

  test("the same release again is the same answer, another one under its number a conflict", async () => {
    const who = await people()
    const release = releaseFor(who)
    expect(await submit(who, release)).toEqual({ state: "signed" })
    expect(await submit(who, release)).toEqual({ state: "signed" })
    expect(await problemOf(submit(who, { ...release, uses: 2 }))).toBe("conflict")
    expect((await who.visitor.call(REPORTER_ROUTES.releases, {})).releases).toHaveLength(1)
  })

  test("a release signed by another key, of another case, or for an agency that nobody knows is refused", async () => {
    const [who, stranger] = [await people(), await people()]
    expect(await problemOf(submit(who, releaseFor(who), stranger.sign))).toBe("release_refused")
    expect(await problemOf(submit(who, releaseFor(stranger)))).toBe("release_refused")
    expect(await problemOf(submit(who, releaseFor(stranger), stranger.sign))).toBe("release_refused")
    expect(await problemOf(submit(who, releaseFor(who, { agencyId: "nobody" })))).toBe("release_refused")
    const taken = releaseFor(stranger)
    await submit(stranger, taken)
    expect(await problemOf(submit(who, { ...releaseFor(who), releaseId: taken.releaseId }))).toBe("conflict")
  })

  test("a right signature over changed words is refused", async () => {
    const who = await people()
    const signed = signRelease(releaseFor(who), who.sign)
    const changed = signRelease(releaseFor(who, { uses: 5 }), who.sign)
    const mixed = { ...signed, payload: changed.payload }
    expect(await problemOf(who.visitor.call(REPORTER_ROUTES.release, { release: mixed }))).toBe(
      "release_refused",
    )
    const revocation = { ...signed, payloadType: "application/vnd.shn.revocation.v1+json" }
    expect(await problemOf(who.visitor.call(REPORTER_ROUTES.release, { release: revocation }))).toBe(
      "release_refused",
    )
  })

  test("nothing leaves before the first day or after the last one", async () => {
    const who = await people()
    const release = releaseFor(who, { nbfDay: addDays(TODAY, 1), expDay: addDays(TODAY, 2) })
    expect(await submit(who, release)).toEqual({ state: "signed" })
    const { body } = await packageOf(who, release.releaseId)
    const hand = () => problemOf(who.desk.call(DESK_ROUTES.handOver, body))
    expect(await hand()).toBe("release_not_yet")
    const old = releaseFor(who, { nbfDay: addDays(TODAY, -9), expDay: addDays(TODAY, -1) })
    expect(await problemOf(submit(who, old))).toBe("release_over")
    const desk = async (days: number) => {
      box.clock.nowMs = NOW_MS + days * DAY_MS
      const colleague = await box.colleague("Sana")
      return problemOf(colleague.call(DESK_ROUTES.handOver, body))
    }
    expect(await desk(3)).toBe("release_over")
    expect(await desk(1)).toBe("ok")
  })

  test("a consent is used as often as it says, by whatever release, and the same handing over counts once", async () => {
    const who = await people()
    const { release, body } = await handedOver(who)
    expect(await who.desk.call(DESK_ROUTES.handOver, body)).toEqual({ state: "handed" })
    const second = await packageOf(who, release.releaseId)
    const again = { ...second.body, use: 2 }
    expect(await problemOf(who.desk.call(DESK_ROUTES.handOver, again))).toBe("uses_exceeded")
    expect(await problemOf(who.desk.call(DESK_ROUTES.handOver, second.body))).toBe("conflict")
    const twin = releaseFor(who, { consentDigest: release.consentDigest })
    expect(await problemOf(submit(who, twin))).toBe("uses_exceeded")
  })

  test("an older consent for the same agency gives way to a newer one", async () => {
    const who = await people()
    const first = releaseFor(who)
    await submit(who, first)
    await submit(who, releaseFor(who, { seq: 2 }))
    const { body } = await packageOf(who, first.releaseId)
    expect(await problemOf(who.desk.call(DESK_ROUTES.handOver, body))).toBe("release_over")
    expect(await problemOf(submit(who, releaseFor(who)))).toBe("release_over")
    expect(await problemOf(submit(who, releaseFor(who, { seq: 2 })))).toBe("conflict")
  })

  test("only whoever is on the case hands over, and only a finished upload of their own", async () => {
    const who = await people()
    const release = releaseFor(who)
    await submit(who, release)
    const { body } = await packageOf(who, release.releaseId)
    const noor = await box.colleague("Noor")
    expect(await problemOf(noor.call(DESK_ROUTES.handOver, body))).toBe("not_on_roster")
    expect(await problemOf(noor.call(DESK_ROUTES.releases, { caseId: who.caseId }))).toBe("not_on_roster")
    const open = madeUpFile(1)
    await who.files.open(open)
    const unfinished = { ...body, uploadId: open.uploadId }
    expect(await problemOf(who.desk.call(DESK_ROUTES.handOver, unfinished))).toBe("parts_missing")
    const strangers = await people()
    const theirs = await packageOf(strangers, release.releaseId)
    const foreign = { ...body, uploadId: theirs.file.uploadId }
    expect(await problemOf(who.desk.call(DESK_ROUTES.handOver, foreign))).toBe("not_found")
    const elsewhere = { ...body, caseId: strangers.caseId }
    expect(await problemOf(strangers.desk.call(DESK_ROUTES.handOver, elsewhere))).toBe("not_found")
    const bilals = madeUpFile(1)
    await staffFiles(who.caseId, await box.colleague("Bilal")).send(bilals)
    const colleagues = { ...body, uploadId: bilals.uploadId }
    expect(await problemOf(who.desk.call(DESK_ROUTES.handOver, colleagues))).toBe("not_found")
    expect(await who.desk.call(DESK_ROUTES.handOver, body)).toEqual({ state: "handed" })
  })

  test("an officer of another agency sees neither the line, the release, the package nor a place to answer", async () => {
    const who = await people()
    const { release, file } = await handedOver(who)
    const tariq = await signedInOfficer(box, other, "Tariq")
    expect((await tariq.call(AGENCY_ROUTES.inbox, {})).lines).toEqual([])
    expect(await problemOf(tariq.call(AGENCY_ROUTES.openRelease, { releaseId: release.releaseId }))).toBe(
      "not_found",
    )
    expect(await partOf(tariq, file)).toBe("not_found")
    expect(await problemOf(tariq.call(AGENCY_ROUTES.answer, await answerFor(release.releaseId, 0)))).toBe(
      "not_found",
    )
    expect((await viewOf(who, release.releaseId)).views).toEqual([])
  })

  test("every look of an officer is on the person's list, to the minute", async () => {
    const who = await people()
    const { release, file } = await handedOver(who)
    const rabia = await signedInOfficer(box, agency, "Rabia")
    await rabia.call(AGENCY_ROUTES.openRelease, { releaseId: release.releaseId })
    box.clock.nowMs += 90_000
    await partOf(rabia, file)
    await partOf(rabia, file)
    const { views } = await viewOf(who, release.releaseId)
    expect(views).toEqual([
      { keyId: rabia.keys.keyId, act: "opened", at: "2026-11-23T07:05:00.000Z" },
      { keyId: rabia.keys.keyId, act: "package", at: "2026-11-23T07:06:00.000Z" },
    ])
    const { releases } = await who.desk.call(DESK_ROUTES.releases, { caseId: who.caseId })
    expect(releases[0]?.views).toEqual(views)
  })

  test("an answer comes to the person and the desk; the same one twice is one, and nobody answers past another", async () => {
    const who = await people()
    const { release, file } = await handedOver(who)
    const rabia = await signedInOfficer(box, agency, "Rabia")
    const kamran = await signedInOfficer(box, agency, "Kamran")
    const first = await answerFor(release.releaseId, 0)
    expect(await problemOf(rabia.call(AGENCY_ROUTES.answer, first))).toBe("not_found")
    await partOf(rabia, file)
    expect(await rabia.call(AGENCY_ROUTES.answer, first)).toEqual({ state: "fetched", position: 0 })
    expect(await rabia.call(AGENCY_ROUTES.answer, first)).toEqual({ state: "fetched", position: 0 })
    expect(await problemOf(kamran.call(AGENCY_ROUTES.answer, first))).toBe("conflict")
    const late = await answerFor(release.releaseId, 0)
    expect(await problemOf(kamran.call(AGENCY_ROUTES.answer, late))).toBe("answers_moved")
    expect(await kamran.call(AGENCY_ROUTES.answer, { ...late, after: 1 })).toMatchObject({ position: 1 })
    expect(
      await problemOf(kamran.call(AGENCY_ROUTES.answer, await answerFor(release.releaseId, 2, true))),
    ).toBe("not_taken_back")
    const { answers } = await viewOf(who, release.releaseId)
    expect(answers.map(({ bytes, keyId, position }) => ({ bytes, keyId, position }))).toEqual([
      { bytes: first.bytes, keyId: rabia.keys.keyId, position: 0 },
      { bytes: late.bytes, keyId: kamran.keys.keyId, position: 1 },
    ])
    const own = await kamran.call(AGENCY_ROUTES.openRelease, { releaseId: release.releaseId })
    expect(own.answers.map(({ copy }) => copy)).toEqual([first.copy, late.copy])
    expect(own.line.answers).toBe(2)
  })

  test("an answer of a length that padding does not make is refused", async () => {
    const who = await people()
    const { release, file } = await handedOver(who)
    const rabia = await signedInOfficer(box, agency, "Rabia")
    await partOf(rabia, file)
    const good = await answerFor(release.releaseId, 0)
    for (const change of [
      { bytes: base64url(systemRandom(ANSWER_SEAL_BYTES + 1025)) },
      { bytes: base64url(systemRandom(ANSWER_SEAL_BYTES)) },
      { copy: base64url(systemRandom(AGE_BYTES + 1000)) },
    ])
      expect(await problemOf(rabia.call(AGENCY_ROUTES.answer, { ...good, ...change }))).toBe(
        "size_not_allowed",
      )
  })

  test("taken back before an officer had it: the package is gone, and the agency is asked for nothing", async () => {
    const who = await people()
    const { release, file, body } = await handedOver(who)
    const place = join(dataDir, "files", file.uploadId)
    expect(readdirSync(place)).not.toEqual([])
    expect(await takeBack(who, release)).toEqual({ revoked: [release.releaseId] })
    expect(await takeBack(who, release)).toEqual({ revoked: [release.releaseId] })
    const rabia = await signedInOfficer(box, agency, "Rabia")
    expect(await partOf(rabia, file)).toBe("release_revoked")
    const opened = await rabia.call(AGENCY_ROUTES.openRelease, { releaseId: release.releaseId })
    expect(opened).toMatchObject({ packages: [], line: { state: "recalled" } })
    expect(opened.revocation).not.toBeNull()
    expect(
      await problemOf(rabia.call(AGENCY_ROUTES.answer, await answerFor(release.releaseId, 0, true))),
    ).toBe("not_found")
    expect(await problemOf(who.desk.call(DESK_ROUTES.handOver, { ...body, use: 2 }))).toBe("release_revoked")
    box.clock.nowMs += 1000
    await box.server.runJobs()
    expect(existsSync(place) ? readdirSync(place) : []).toEqual([])
  })

  test("taken back afterwards: it is locked at once, and stays so until the agency says what it does", async () => {
    const who = await people()
    const { release, file } = await handedOver(who)
    const rabia = await signedInOfficer(box, agency, "Rabia")
    await partOf(rabia, file)
    await takeBack(who, release)
    const line = (await rabia.call(AGENCY_ROUTES.inbox, {})).lines.find(
      (each) => each.releaseId === release.releaseId,
    )
    expect(line?.state).toBe("locked")
    expect(await partOf(rabia, file)).toBe("release_revoked")
    const status = await answerFor(release.releaseId, 0)
    expect(await rabia.call(AGENCY_ROUTES.answer, status)).toEqual({ state: "locked", position: 0 })
    const stopped = await answerFor(release.releaseId, 1, true)
    expect(await rabia.call(AGENCY_ROUTES.answer, stopped)).toEqual({ state: "answered", position: 1 })
    expect(await viewOf(who, release.releaseId)).toMatchObject({ state: "answered" })
  })

  test("'everything up to now' takes back every earlier consent and none that is given afterwards", async () => {
    const who = await people()
    const first = releaseFor(who)
    const second = releaseFor(who, { seq: 2, agencyId: "fia", agencyKey: agencyKeyOf(other.inbox) })
    await submit(who, first)
    await submit(who, second)
    expect(await takeBack(who, { ...second, consentDigest: "all" })).toEqual({
      revoked: [first.releaseId, second.releaseId],
    })
    expect(await submit(who, releaseFor(who, { seq: 3 }))).toEqual({ state: "signed" })
  })

  test("a consent that was taken back before its release came is not released", async () => {
    const who = await people()
    const release = releaseFor(who)
    expect(await takeBack(who, release)).toEqual({ revoked: [] })
    expect(await problemOf(submit(who, release))).toBe("release_revoked")
    const atDesk = await who.desk.call(DESK_ROUTES.releases, { caseId: who.caseId })
    const own = await who.visitor.call(REPORTER_ROUTES.releases, {})
    expect([own.releases.length, own.revocations.length]).toEqual([0, 1])
    expect(atDesk.revocations).toEqual(own.revocations)
  })

  test("a taking back that another case signed, or that is no taking back, changes nothing", async () => {
    const [who, stranger] = [await people(), await people()]
    const { release } = await handedOver(who)
    const { consentDigest: consent, seq } = release
    const foreign = revocationOf({ caseId: who.caseId, consent, seq, nowMs: NOW_MS })
    const asked = [
      signRevocation(foreign, stranger.sign),
      signRevocation({ ...foreign, caseId: stranger.caseId }, who.sign),
      signRelease(release, who.sign),
    ]
    for (const revocation of asked)
      expect(await problemOf(who.visitor.call(REPORTER_ROUTES.revoke, { revocation }))).toBe(
        "release_refused",
      )
    expect((await viewOf(who, release.releaseId)).state).toBe("handed")
  })

  test("with its last day the package goes, and what the agency says later is still taken in", async () => {
    const who = await people()
    const { release, file } = await handedOver(who, { expDay: addDays(TODAY, 1) })
    const before = await signedInOfficer(box, agency, "Rabia")
    await partOf(before, file)
    box.clock.nowMs = NOW_MS + 2 * DAY_MS
    const rabia = await signedInOfficer(box, agency, "Rabia")
    expect(await partOf(rabia, file)).toBe("release_over")
    await box.server.runJobs()
    const opened = await rabia.call(AGENCY_ROUTES.openRelease, { releaseId: release.releaseId })
    expect(opened).toMatchObject({ packages: [], line: { state: "over" } })
    const place = join(dataDir, "files", file.uploadId)
    expect(existsSync(place) ? readdirSync(place) : []).toEqual([])
    expect(await rabia.call(AGENCY_ROUTES.answer, await answerFor(release.releaseId, 0))).toEqual({
      state: "over",
      position: 0,
    })
  })

  test("an officer who left is out at once; the inbox has another key, and what was signed for the old one is not sent", async () => {
    const who = await people()
    const { release, file } = await handedOver(who)
    const waiting = releaseFor(who, { seq: 2 })
    await submit(who, waiting)
    const { body } = await packageOf(who, waiting.releaseId)
    const [rabia, kamran] = [
      await signedInOfficer(box, agency, "Rabia"),
      await signedInOfficer(box, agency, "Kamran"),
    ]
    const rotated = await withoutOfficer(box.helpline.random, agency, "Kamran")
    await install([rotated, other])
    expect(await problemOf(kamran.call(AGENCY_ROUTES.inbox, {}))).toBe("session_ended")
    expect(await partOf(kamran, file)).toBe("session_ended")
    expect(await problemOf(who.desk.call(DESK_ROUTES.handOver, body))).toBe("agency_key_changed")
    expect(await problemOf(submit(who, releaseFor(who, { seq: 3 })))).toBe("agency_key_changed")
    expect(await partOf(rabia, file)).toEqual(file.parts[0])
    expect(await identitiesOf(rotated, "Rabia")).toHaveLength(2)
    const anew = releaseFor(who, { seq: 3, agencyKey: agencyKeyOf(rotated.inbox) })
    expect(await submit(who, anew)).toEqual({ state: "signed" })
    expect((await viewOf(who, release.releaseId)).state).toBe("fetched")
    await install([agency, other])
  })

  test("an agency without an officer who is there gets nothing", async () => {
    const who = await people()
    const empty = {
      ...other,
      inbox: {
        ...other.inbox,
        officers: other.inbox.officers.map((each) => ({ ...each, status: "revoked" as const })),
      },
    }
    await install([agency, empty])
    const release = releaseFor(who, { agencyId: "fia", agencyKey: agencyKeyOf(other.inbox) })
    expect(await problemOf(submit(who, release))).toBe("release_refused")
    await install([agency, other])
  })

  test("on the person's side nothing but days is stored, and every stored length is one that padding makes", async () => {
    const who = await people()
    const { release } = await handedOver(who)
    const stored = await box.server.store.releases.ofCase(who.caseId)
    expect(stored.map(({ day, exp_day }) => [day, exp_day])).toEqual([[TODAY, release.expDay as Day]])
    const { packages } = await box.server.store.releases.parts([release.releaseId])
    expect(packages.map(({ day, cover }) => [day, cover?.length])).toEqual([[TODAY, 1224]])
  })

  test("twenty handings over at once use up one use", async () => {
    const who = await people()
    const release = releaseFor(who)
    await submit(who, release)
    const made = await Promise.all(Array.from({ length: 4 }, () => packageOf(who, release.releaseId)))
    const asked = Array.from({ length: 20 }, (_, at) => made[at % 4]?.body).flatMap((body) => body ?? [])
    const results = await Promise.all(
      asked.map((body) => problemOf(who.desk.call(DESK_ROUTES.handOver, body))),
    )
    expect(results.filter((result) => result === "ok")).toHaveLength(5)
    expect((await viewOf(who, release.releaseId)).handed).toHaveLength(1)
  })
})
