import { base64url } from "@shn/primitives/encode"
import { partDigest, sealPart } from "@shn/primitives/file-part"
import {
  chunksForSize,
  chunksInPart,
  FILE_CHUNK_BYTES,
  FILE_PART_BYTES as MIB,
  partsForChunks,
} from "@shn/primitives/file-shape"
import type { SendProblem } from "@shn/sealed"
import { REPORTER_ROUTES } from "@shn/wire"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { generatedFile, type KnownUpload, newUpload } from "../support/file-ports.ts"
import { digestOf, honestPorts, personWithCase, readBack, send } from "../support/file-sender.ts"
import { must, type Person } from "../support/person.ts"
import { type Running, startHelpline } from "../support/running.ts"

// A real server and real engines; between them a line that tells what a hostile server would tell. What such a line does
// to the bytes themselves is in file-traffic.test.ts.
const SIZE = 2 * MIB + 70_000

let run: Running
let person: Person
beforeAll(async () => {
  run = await startHelpline()
  person = await personWithCase(run, "files")
})
afterAll(() => run?.close())
afterEach(() => run.reporterLine.tamper({}))

/** The sealed bytes of a part of the file that `seed` names. */
function sealed(upload: KnownUpload, seed: number, part: number): Promise<Uint8Array> {
  const chunks = chunksForSize(SIZE)
  const plain = new Uint8Array(chunksInPart(chunks, part) * FILE_CHUNK_BYTES)
  plain.set(generatedFile(SIZE, seed).bytes(part * MIB, Math.min(SIZE, (part + 1) * MIB)))
  return sealPart({ fileKey: upload.key, part, parts: partsForChunks(chunks) }, plain)
}

test("step 6: a part that an insider with the key sealed anew, rightly, is still not the file that was sent", async () => {
  const upload = newUpload()
  const ports = honestPorts(run, person, upload)
  const file = must(await send(upload, generatedFile(SIZE, 1), ports))
  const forged = await sealed(upload, 9, 1)
  run.reporterLine.tamper({ bytes: (path) => (path.endsWith("/parts/1") ? forged : undefined) })
  expect((await readBack(upload, SIZE, file, ports)).result).toEqual({
    ok: false,
    error: "digest_wrong",
    part: null,
  })
})

describe("step 6: when the server lies while a file is sent, nothing false is believed that a reader would not notice", () => {
  /** Sends a new file while the line falsifies the answers of one route. @returns what the sender was told, and the reader */
  async function sendWith(
    route: (typeof REPORTER_ROUTES)[keyof typeof REPORTER_ROUTES],
    answer: (honest: unknown, upload: KnownUpload, calls: number) => unknown,
  ) {
    const upload = newUpload()
    const ports = honestPorts(run, person, upload)
    let calls = 0
    const puts: string[] = []
    run.reporterLine.tamper({
      before: (path) => {
        if (path.includes("/parts/")) puts.push(path)
        return undefined
      },
      json: (path, honest) => (path === route.path ? answer(honest, upload, calls++) : honest),
    })
    const result = await send(upload, generatedFile(SIZE, 5), ports)
    run.reporterLine.tamper({})
    const read = result.ok ? await readBack(upload, SIZE, result.value, ports) : null
    return { result, read: read?.result ?? null, puts: puts.length }
  }
  const refused = (error: SendProblem) => ({ result: { ok: false, error }, read: null })

  test("it says that a part is there which is not: the sender is refused, for the honest end is missed", async () => {
    const upload = newUpload()
    const digest = base64url(await partDigest(await sealed(upload, 5, 1)))
    run.reporterLine.tamper({
      json: (path, honest) => {
        if (path !== REPORTER_ROUTES.uploadState.path) return honest
        const state = honest as { parts: (string | null)[] }
        return { ...state, parts: state.parts.map((part, n) => (n === 1 ? digest : part)) }
      },
    })
    const result = await send(upload, generatedFile(SIZE, 5), honestPorts(run, person, upload))
    expect(result).toEqual({ ok: false, error: "refused" })
  })

  test("it says that a part is there with other bytes: refused as another file, before anything is sent", async () => {
    const outcome = await sendWith(REPORTER_ROUTES.uploadState, (honest) => {
      const state = honest as { parts: (string | null)[] }
      return { ...state, parts: state.parts.map((_, n) => (n === 0 ? "A".repeat(43) : null)) }
    })
    expect(outcome).toMatchObject({ ...refused("differs"), puts: 0 })
  })

  test("it says that nothing is there: the parts travel again, and the file is right", async () => {
    const upload = newUpload()
    const ports = honestPorts(run, person, upload)
    must(await send(upload, generatedFile(SIZE, 5), ports))
    run.reporterLine.tamper({
      json: (path, honest) =>
        path === REPORTER_ROUTES.uploadState.path
          ? { ...(honest as object), parts: [null, null, null], finished: false }
          : honest,
    })
    const again = must(await send(upload, generatedFile(SIZE, 5), ports))
    const back = await readBack(upload, SIZE, again, ports)
    expect(back).toMatchObject({ result: { ok: true }, sha256: await digestOf(generatedFile(SIZE, 5)) })
  })

  test("it lists fewer parts, or more, than the file has: no part is forgotten", async () => {
    for (const parts of [[], Array.from({ length: 9 }, () => null)]) {
      const outcome = await sendWith(REPORTER_ROUTES.uploadState, (honest) => ({
        ...(honest as object),
        parts,
      }))
      expect(outcome).toMatchObject({ result: { ok: true }, read: { ok: true } })
    }
  })

  test("it claims to have kept a part but the end is honest: the part is sent again", async () => {
    const upload = newUpload()
    const ports = honestPorts(run, person, upload)
    let swallowed = 0
    run.reporterLine.tamper({
      instead: (path) =>
        path.endsWith("/parts/1") && swallowed++ === 0 ? { status: 200, body: "{}" } : undefined,
    })
    const file = must(await send(upload, generatedFile(SIZE, 5), ports))
    expect(swallowed).toBeGreaterThan(1)
    expect((await readBack(upload, SIZE, file, ports)).result).toEqual({ ok: true })
  })

  test("it says that the file is not whole, for ever: the sender stops and is told, and nothing is called sent", async () => {
    const upload = newUpload()
    run.reporterLine.tamper({
      instead: (path) =>
        path === REPORTER_ROUTES.finishUpload.path
          ? { status: 409, body: JSON.stringify({ problem: "parts_missing" }) }
          : undefined,
    })
    const result = await send(upload, generatedFile(SIZE, 5), honestPorts(run, person, upload))
    expect(result).toEqual({ ok: false, error: "refused" })
  })

  test("it answers with nonsense or another file's words: taken as a broken line, never as success", async () => {
    const outcome = await sendWith(REPORTER_ROUTES.finishUpload, (honest, _, calls) =>
      calls < 2 ? { sent: true } : honest,
    )
    expect(outcome).toMatchObject({ result: { ok: true }, read: { ok: true } })
  })

  test("it lies about how much of a broken part came: too much is refused in the end, too little costs only time", async () => {
    const upload = newUpload()
    const ports = honestPorts(run, person, upload)
    let cuts = 0
    const lyingAbout = (bytes: number, forEver: boolean) =>
      run.reporterLine.tamper({
        before: (path) => (path.endsWith("/parts/0") && cuts++ === 0 ? "cut" : undefined),
        json: (path, honest) =>
          path === REPORTER_ROUTES.partBegun.path && (forEver || cuts < 3) ? { bytes } : honest,
      })
    lyingAbout(900_000, true)
    expect(await send(upload, generatedFile(SIZE, 5), ports)).toEqual({ ok: false, error: "refused" })
    cuts = 0
    lyingAbout(900_000, false)
    const file = must(await send(upload, generatedFile(SIZE, 5), ports))
    expect((await readBack(upload, SIZE, file, ports)).result).toEqual({ ok: true })
  })
})
