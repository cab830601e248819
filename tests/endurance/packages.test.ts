import { createHash, randomBytes } from "node:crypto"
import { openCover, openPackage, stopsOf } from "@shn/evidence"
import { fromBase64url, utf8 } from "@shn/primitives/encode"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import { sha256Stream } from "@shn/primitives/stream-hash"
import {
  certifiedAgency,
  type FileSource,
  findStaffIn,
  foldHandOffs,
  type HandOffBody,
  knownAgency,
  readFile,
  type SendPorts,
} from "@shn/sealed"
import { AGENCY_ROUTES, api, DESK_ROUTES, fetchPart, REPORTER_ROUTES } from "@shn/wire"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { boundariesNow } from "../../apps/desk/src/cases/boundaries-now.ts"
import { judge } from "../../apps/desk/src/hand-over/judge.ts"
import { packingOrder } from "../../apps/desk/src/hand-over/order.ts"
import { planAsDrafter } from "../../apps/desk/src/hand-over/plan.ts"
import { signedPapers } from "../../apps/desk/src/hand-over/signed-papers.ts"
import { asked } from "../../apps/desk/src/hand-over/worker/once-through.ts"
import {
  doPackageWork,
  type PackageNews,
  type PackageWork,
  type PackedOutcome,
} from "../../apps/desk/src/hand-over/worker/package-work.ts"
import { type Colleague, readCase } from "../support/colleague.ts"
import { generatedFile, newUpload } from "../support/file-ports.ts"
import { honestPorts, send, startOf, tell } from "../support/file-sender.ts"
import { comeBack, must } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"
import {
  AGENCY,
  approve,
  beginWay,
  IDENTITY,
  listOf,
  type OfficerVisit,
  officerVisit,
  personSigns,
  putForward,
  type SentFile,
  type Signed,
  say,
  type Way,
} from "../support/way.ts"

/** The desk's own worker over a real server: large files, bad lines, and a server that spoils or loses what it was given. */

const MIB = 1_048_576
/** Above what the process held before: the parts on their way in and out, and what the collector has not yet taken back. */
const MEMORY_BYTES = 60 * MIB

let run: Running
let way: Way
let officer: OfficerVisit
beforeAll(async () => {
  run = await startHelpline()
  way = await beginWay(run, "He writes every night.")
  officer = await officerVisit(run, "Rabia", Date.now() - 30_000)
})
afterAll(() => run?.close())
afterEach(() => run.deskLine.tamper({}))

/** A file of the case that is made where it is asked for. */
async function personHas(size: number, seed: number): Promise<SentFile> {
  const { bytes } = generatedFile(size, seed)
  const source: FileSource = { size, read: async (from, to) => bytes(from, Math.min(to, size)) }
  const upload = newUpload()
  const visit = { ...way.person, token: await comeBack(run.reporter, way.person.keys) }
  const server: SendPorts = honestPorts(run, visit, upload)
  const sent = must(await send(upload, source, server))
  const start = startOf(upload, `film-${seed}.mp4`, size)
  await tell(run, way.person, { kind: "file", body: { ...start, ...sent, note: "" } })
  return { id: upload.uploadId, sha256: sent.sha256, label: `Film ${seed}`, bytes: new Uint8Array(0) }
}

/** What a member's desk makes of the case now. */
async function viewOf(who: Colleague) {
  const { opened } = await readCase(run, who, way.person.keys.caseId)
  const { caseId } = opened.caseKeys
  const handOffs = foldHandOffs(opened.conversation.messages)
  const handOff = handOffs.handOffs.find(({ draftId }) => draftId === way.draftId)
  const papers =
    handOff?.signed === undefined || handOff.signed === null ? null : signedPapers(handOff.signed)
  if (handOff === undefined || papers === null) throw new Error("nothing was signed")
  const directory = await listOf(way)
  const known = { ...(await who.call(DESK_ROUTES.releases, { caseId })), asOfMs: Date.now() }
  const boundaries = boundariesNow(opened.conversation)
  const about = { opened, handOffs, handOff, papers, directory, known, boundaries }
  const view = judge({ ...about, identity: IDENTITY, me: who.keys.keyId, nowMs: Date.now() })
  return { view, handOff, directory, papers }
}

/** Another hand-off of the case, signed by the person and by both members, as the worker is given it. */
async function ordered(
  files: readonly SentFile[],
): Promise<{ work: PackageWork; signed: Signed; use: number }> {
  way = { ...way, draftId: randomUuidV4(systemRandom) }
  const offered: HandOffBody = await putForward(way, files)
  const signed = await personSigns(way, offered, { urgent: true, codeWord: "word" })
  await approve(way, way.approver, "code_word_checked", offered)
  const first = await viewOf(way.drafter)
  const { leave, signers, use } = first.view
  if (leave === null || signers === null) throw new Error(first.view.findings.join())
  const packageId = randomUuidV4(systemRandom)
  const { sign } = way.drafter.keys
  const planned = planAsDrafter({ leave, signers, use, packageId, nowMs: Date.now(), sign })
  if (!planned.ok) throw new Error(planned.error)
  const about = { draftId: way.draftId, rev: 1 }
  await say(way, way.drafter, { kind: "package_plan", body: { ...planned.body, ...about } })
  const looked = await viewOf(way.approver)
  const order = must(
    packingOrder({
      caseId: way.person.keys.caseId,
      signedMsgId: looked.papers.said.msgId,
      looked,
      sign: way.approver.keys.sign,
      nowMs: Date.now(),
      random: systemRandom,
    }),
  )
  return { work: order.work, signed, use }
}

/** The worker's part, without the worker. */
async function made(work: PackageWork, onNews: (news: PackageNews) => void = () => undefined) {
  const { partFetch } = way.approver
  let outcome: PackedOutcome | null = null
  await doPackageWork(work, {
    fetch: (path, { body, ...init }) =>
      partFetch(path, body === undefined ? init : { ...init, body: utf8(body) }),
    partFetch,
    pace: { wait: (ms) => new Promise((resume) => setTimeout(resume, ms / 10)), isStopped: () => false },
    mayGoOn: async () => undefined,
    nowMs: Date.now(),
    say: (news) => {
      onNews(news)
      if (news.is === "packed") outcome = news.result
    },
  })
  if (outcome === null) throw new Error("no result")
  return outcome as PackedOutcome
}

async function handOver({ work, use }: Awaited<ReturnType<typeof ordered>>, cover: string): Promise<void> {
  const { caseId, releaseId, uploadId } = work
  await way.approver.call(DESK_ROUTES.handOver, { caseId, releaseId, use, uploadId, cover })
}

/** Opens it as the officer's app does, piece by piece. @returns what stops it, and the digests of its files */
async function opened({ signed }: Awaited<ReturnType<typeof ordered>>) {
  const { packages } = await officer.call(AGENCY_ROUTES.openRelease, { releaseId: signed.release.releaseId })
  const found = packages[0]
  const cover = await openCover(
    fromBase64url(found?.cover ?? "") ?? new Uint8Array(0),
    officer.identities,
    signed.release.releaseId,
  )
  if (cover === null || found === undefined) throw new Error("no cover")
  const sealed = asked(async (sink) => {
    const read = await readFile({
      facts: { ...cover, key: fromBase64url(cover.key) ?? new Uint8Array(0) },
      server: {
        getPart: (n) =>
          fetchPart(AGENCY_ROUTES.packagePart, { uploadId: found.uploadId, n }, { fetch: officer.partFetch }),
      },
      hash: sha256Stream,
      pace: { wait: async () => undefined, isStopped: () => false },
      sink,
    })
    if (!read.ok) throw new Error(read.error)
  })
  const directory = await listOf(way)
  const { key, ...agency } = knownAgency(must(certifiedAgency(directory, AGENCY)))
  const digests: string[] = []
  const result = await openPackage({
    sealed,
    identities: officer.identities,
    findStaff: findStaffIn(directory),
    agency: { ...agency, keys: [key] },
    nowMs: Date.now(),
    revocations: { asOfMs: Date.now(), envelopes: [] },
    used: 0,
    latest: null,
    keep: () => {
      const hash = createHash("sha256")
      return {
        write: (piece) => void hash.update(piece),
        close: () => void digests.push(hash.digest("base64url")),
      }
    },
  })
  return { stops: stopsOf(result), digests }
}

describe("a package that the desk's worker makes", () => {
  test("of 100 MB is never in memory, is said to be as long as it is, and opens whole at the agency", async () => {
    const film = await personHas(100 * MIB + 77, 1)
    const order = await ordered([film])
    // The lines of these tests remember everything; a real one does not.
    const forget = () => {
      run.deskLine.log.length = 0
      run.reporterLine.log.length = 0
    }
    forget()
    const before = process.memoryUsage().rss
    let most = 0
    let total = 0
    const outcome = await made(order.work, (news) => {
      forget()
      most = Math.max(most, process.memoryUsage().rss - before)
      if (news.is === "packing") total = news.progress.totalBytes
    })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble))
    await handOver(order, outcome.cover)
    expect(await opened(order)).toEqual({ stops: [], digests: [film.sha256] })
    expect(total).toBeGreaterThan(100 * MIB)
    expect(most, `${Math.round(most / MIB)} MiB above the start`).toBeLessThan(MEMORY_BYTES)
  })

  test("goes on over a line that is cut again and again, in and out", async () => {
    const films = [await personHas(6 * MIB + 5, 2), await personHas(3 * MIB, 3)]
    const order = await ordered(films)
    let calls = 0
    run.deskLine.tamper({ before: () => (++calls % 5 === 0 ? "cut" : undefined) })
    const outcome = await made(order.work)
    run.deskLine.tamper({})
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble))
    await handOver(order, outcome.cover)
    const { stops, digests } = await opened(order)
    expect(stops).toEqual([])
    expect(digests.sort()).toEqual(films.map(({ sha256 }) => sha256).sort())
    expect(calls).toBeGreaterThan(20)
  })

  test("is not made of a file that our computer spoils, and says which", async () => {
    const film = await personHas(3 * MIB, 4)
    const order = await ordered([film])
    run.deskLine.tamper({
      bytes: (path, body) =>
        path.endsWith("/parts/1") ? body.map((byte, at) => (at === 5000 ? byte ^ 1 : byte)) : body,
    })
    expect(await made(order.work)).toEqual({
      ok: false,
      trouble: { at: "file", path: film.id, why: "part_changed" },
    })
    await expect(handOver(order, coverOfNothing())).rejects.toThrow("parts_missing")
  })

  test("is not made of a file that is gone", async () => {
    const film = await personHas(2 * MIB, 5)
    const order = await ordered([film])
    const token = await comeBack(run.reporter, way.person.keys)
    const dropped = await api(
      REPORTER_ROUTES.dropUpload,
      { caseId: way.person.keys.caseId, uploadId: film.id as never },
      {
        token,
        fetch: (path, init) =>
          fetch(run.reporter + path, { ...init, headers: { ...init.headers, origin: run.reporter } }),
      },
    )
    expect(dropped.ok).toBe(true)
    expect(await made(order.work)).toEqual({
      ok: false,
      trouble: { at: "file", path: film.id, why: "part_missing" },
    })
  })

  test("is made anew when our computer loses a part that it had confirmed", async () => {
    const film = await personHas(3 * MIB, 6)
    const order = await ordered([film])
    let isLost = false
    run.deskLine.tamper({
      instead: (path) => {
        if (!path.endsWith("/finish") || isLost) return undefined
        isLost = true
        return { status: 409, body: JSON.stringify({ problem: "parts_missing" }) }
      },
      json: (path, answer) =>
        path.endsWith("/state") && isLost ? withoutParts(answer as { parts: readonly unknown[] }) : answer,
    })
    expect(await made(order.work)).toEqual({ ok: false, trouble: { at: "again" } })
    run.deskLine.tamper({})
    const second = {
      ...order,
      work: { ...order.work, uploadId: newUpload().uploadId, key: systemRandom(32) },
    }
    const outcome = await made(second.work)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble))
    await handOver(second, outcome.cover)
    expect((await opened(second)).digests).toEqual([film.sha256])
  })

  test("is refused by its own check when the work was changed on its way into the worker", async () => {
    const order = await ordered([])
    const { context } = order.work
    const later = {
      ...order.work,
      context: { ...context, leaving: { ...context.leaving, view: { details: "other" } } },
    }
    expect(await made(later)).toMatchObject({ ok: false, trouble: { at: "consent" } })
    const unchecked = { ...order.work, kept: [] }
    expect(await made(unchecked)).toEqual({
      ok: false,
      trouble: { at: "build", error: "papers-missing" },
    })
    const alone = { ...order.work, signatures: [order.work.signatures[0], order.work.signatures[0]] as const }
    expect(await made(alone)).toEqual({ ok: false, trouble: { at: "build", error: "signature-wrong" } })
  })
})

function withoutParts<A extends { readonly parts: readonly unknown[] }>(answer: A) {
  return { ...answer, parts: answer.parts.map(() => null) }
}

function coverOfNothing(): string {
  return Buffer.from(randomBytes(1224)).toString("base64url")
}
