import { err, type Result } from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { partsDigest } from "@shn/primitives/file-digest"
import { openChunk, openPart, partDigest } from "@shn/primitives/file-part"
import { FILE_CHUNK_BYTES, FILE_PART_BYTES, sealedPartLength } from "@shn/primitives/file-shape"
import type { StreamHashFactory } from "@shn/primitives/stream-hash"
import { type FileParts, partsOf } from "./parts.ts"
import { type Patience, patience } from "./patience.ts"
import type { Pace, ReadPorts, WaitingFor } from "./ports.ts"

/** What the sealed "file" message says about the bytes: all that a reader believes. */
export type FileFacts = {
  /** 32 bytes. */
  readonly key: Uint8Array
  readonly size: number
  /** base64url of 32 bytes each. */
  readonly sha256: string
  readonly parts: number
  readonly partsDigest: string
}

/**
 * "part_missing": the server does not have it. "too_short" / "too_long": cut off or extended. "swapped": another part of
 * this very file in its place. "part_changed": any other change of a part. "digest_wrong": every part opens, and still
 * it is not the file that was sent. "facts_wrong": the message itself does not fit together.
 */
export type ReadProblem =
  | "stopped"
  | "signed_out"
  | "refused"
  | "part_missing"
  | "too_short"
  | "too_long"
  | "swapped"
  | "part_changed"
  | "digest_wrong"
  | "facts_wrong"

/** Why a file is refused, and at which part (from 0); null where it is the file as a whole. */
export type ReadRefusal = { readonly ok: false; readonly error: ReadProblem; readonly part: number | null }

export type ReadInput = {
  readonly facts: FileFacts
  readonly server: ReadPorts
  readonly hash: StreamHashFactory
  readonly pace: Pace
  /**
   * Takes the file's bytes in order, one part at a time. What it was given is the file only if `readFile` returns ok:
   * throw it away otherwise.
   */
  readonly sink: (bytes: Uint8Array) => Promise<void> | void
  readonly onProgress?: (progress: ReadProgress) => void
}

export type ReadProgress = {
  readonly doneBytes: number
  readonly totalBytes: number
  readonly waitingFor: WaitingFor
}

/** So many parts are fetched ahead of the one that is being opened: a far server must not make every part wait. */
const AHEAD = 2

/** Step 6: reads a whole file back, a few parts in memory at a time, and checks every byte against the "file" message. */
export async function readFile(input: ReadInput): Promise<{ readonly ok: true } | ReadRefusal> {
  let isOver = false
  const pace = { wait: input.pace.wait, isStopped: () => isOver || input.pace.isStopped() }
  try {
    return await readIn({ ...input, pace })
  } finally {
    isOver = true
  }
}

async function readIn(input: ReadInput): Promise<{ readonly ok: true } | ReadRefusal> {
  const { facts } = input
  const parts = knownParts(facts)
  if (parts === null) return refuse("facts_wrong", null)
  let doneBytes = 0
  const tell = () => input.onProgress?.({ doneBytes, totalBytes: facts.size, waitingFor: calm.waitingFor() })
  const calm = patience(input.pace, tell)
  const hash = await input.hash()
  const digests: Uint8Array[] = []
  const coming: ReturnType<typeof fetchPart>[] = []
  for (let part = 0; part < parts.count; part++) {
    while (coming.length <= AHEAD && part + coming.length < parts.count) {
      coming.push(fetchPart(input.server, calm, parts, part + coming.length))
    }
    const sealed = (await coming.shift()) ?? err("part_missing")
    if (!sealed.ok) return refuse(sealed.error, part)
    digests.push(await partDigest(sealed.value))
    const place = { fileKey: facts.key, part, parts: parts.count }
    const plain = await openPart(place, parts.chunksIn(part), sealed.value)
    if (plain === null) return refuse(await whatHappened(facts, parts, part, sealed.value), part)
    const own = plain.subarray(0, parts.bytesIn(part))
    if (plain.subarray(own.length).some((byte) => byte !== 0)) return refuse("too_long", part)
    hash.update(own)
    await input.sink(own)
    doneBytes += own.length
    tell()
  }
  const isWhole =
    base64url(partsDigest(digests)) === facts.partsDigest && base64url(hash.digest()) === facts.sha256
  return isWhole ? { ok: true } : refuse("digest_wrong", null)
}

/**
 * Step 6: the bytes `from` (inclusive) to `to` (exclusive, at most the file's size), for a viewer that jumps about in a
 * long recording. Each chunk is checked by its own tag; the digest of the whole only by `readFile`.
 */
export async function readRange(
  input: Pick<ReadInput, "facts" | "server" | "pace">,
  from: number,
  to: number,
): Promise<{ readonly ok: true; readonly value: Uint8Array } | ReadRefusal> {
  const { facts } = input
  const parts = knownParts(facts)
  if (parts === null) return refuse("facts_wrong", null)
  if (from < 0 || to > facts.size || from > to) throw new RangeError("file: no such range")
  const calm = patience(input.pace, () => undefined)
  const wanted = new Uint8Array(to - from)
  let heldPart = -1
  let sealed: Uint8Array = wanted
  for (let chunk = Math.floor(from / FILE_CHUNK_BYTES); chunk * FILE_CHUNK_BYTES < to; chunk++) {
    const begin = chunk * FILE_CHUNK_BYTES
    const part = Math.floor(begin / FILE_PART_BYTES)
    if (heldPart !== part) {
      const fetched = await fetchPart(input.server, calm, parts, part)
      if (!fetched.ok) return refuse(fetched.error, part)
      heldPart = part
      sealed = fetched.value
    }
    const place = { fileKey: facts.key, part, parts: parts.count }
    const inPart = (begin - part * FILE_PART_BYTES) / FILE_CHUNK_BYTES
    const plain = await openChunk(place, inPart, sealed)
    if (plain === null) return refuse(await whatHappened(facts, parts, part, sealed), part)
    const cut = plain.subarray(Math.max(0, from - begin), Math.min(FILE_CHUNK_BYTES, to - begin))
    wanted.set(cut, Math.max(0, begin - from))
  }
  return { ok: true, value: wanted }
}

function refuse(error: ReadProblem, part: number | null): ReadRefusal {
  return { ok: false, error, part }
}

// A message whose numbers do not fit its size was not made by our software: nothing is fetched for it.
function knownParts(facts: FileFacts): FileParts | null {
  try {
    const parts = partsOf(facts.size)
    const digests = [facts.sha256, facts.partsDigest].map((text) => fromBase64url(text)?.length)
    const fits = parts.count === facts.parts && facts.key.length === 32 && digests.every((n) => n === 32)
    return fits ? parts : null
  } catch {
    return null
  }
}

async function fetchPart(
  server: ReadPorts,
  calm: Patience,
  parts: FileParts,
  part: number,
): Promise<Result<Uint8Array, ReadProblem>> {
  const answer = await calm.call(() => server.getPart(part))
  if (!answer.ok) return err(problemFrom(answer.error))
  const length = sealedPartLength(parts.chunksIn(part))
  if (answer.value.length < length) return err("too_short")
  return answer.value.length > length ? err("too_long") : answer
}

function problemFrom(code: string): ReadProblem {
  switch (code) {
    case "stopped":
      return code
    case "not_found":
    case "parts_missing":
      return "part_missing"
    case "token_expired":
    case "login_failed":
    case "session_ended":
      return "signed_out"
    default:
      return "refused"
  }
}

// Only to be able to say it: another part of this file that was put in this place opens as what it is.
async function whatHappened(
  { key }: FileFacts,
  parts: FileParts,
  part: number,
  sealed: Uint8Array,
): Promise<ReadProblem> {
  for (let other = 0; other < parts.count; other++) {
    if (other === part) continue
    const place = { fileKey: key, part: other, parts: parts.count }
    const first = await openChunk(place, 0, sealed)
    if (first !== null) return "swapped"
  }
  return "part_changed"
}
