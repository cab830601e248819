import { err, ok, type Result } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { partsDigest } from "@shn/primitives/file-digest"
import { partDigest, sealPart } from "@shn/primitives/file-part"
import type { StreamHash, StreamHashFactory } from "@shn/primitives/stream-hash"
import { type Lanes, lanes } from "./lanes.ts"
import { type FileParts, partsOf } from "./parts.ts"
import { type Patience, patience } from "./patience.ts"
import type { FileSource, Pace, SendPorts, WaitingFor } from "./ports.ts"

/** As many parts travel at the same time at most; one more is being read and sealed. PROTOCOL step 6. */
export const MOST_IN_FLIGHT = 4
/** Rounds in which a server may say that parts are missing which it had confirmed. */
const MOST_ROUNDS = 4

export type SendInput = {
  readonly source: FileSource
  /** 32 bytes, fresh for each upload. */
  readonly key: Uint8Array
  readonly server: SendPorts
  readonly hash: StreamHashFactory
  readonly pace: Pace
  readonly onProgress: (progress: SendProgress) => void
  readonly inFlight?: number
}

/** How far a file is. `doneBytes` counts what the server has or the line has taken, of `totalBytes` in all. */
export type SendProgress = {
  /** "checking": what is there already is compared with this file. "finishing": all is there, the last word is not. */
  readonly stage: "checking" | "sending" | "finishing"
  readonly doneBytes: number
  readonly totalBytes: number
  readonly waitingFor: WaitingFor
}

/** What the "file" message says about the bytes. */
export type SentFile = {
  /** Of the file itself, base64url of 32 bytes. */
  readonly sha256: string
  readonly parts: number
  /** base64url of 32 bytes. */
  readonly partsDigest: string
}

/**
 * "stopped": as asked; go on later with the same upload. "differs": parts that are there came from other bytes.
 * "changed_while_read": shorter, longer or other than when it was picked. "unreadable": gone, or its card was taken out.
 * "budget_used": more room costs a piece of work. "upload_gone": the server no longer knows this upload; begin a new one.
 * "signed_out": the visit is over. "refused": something no screen can mend.
 */
export type SendProblem =
  | "stopped"
  | "differs"
  | "changed_while_read"
  | "unreadable"
  | "budget_used"
  | "too_many_uploads"
  | "too_large"
  | "storage_full"
  | "upload_gone"
  | "signed_out"
  | "refused"

/**
 * Step 6: sends one file, or goes on where an earlier try of any device stopped. Reads it once, holds at most
 * `inFlight` + 1 parts, and returns "ok" only after the server has said that every byte is kept.
 */
export async function sendFile(input: SendInput): Promise<Result<SentFile, SendProblem>> {
  const run = newRun(input, await input.hash())
  try {
    return await sendIn(run)
  } finally {
    run.end()
  }
}

async function sendIn(run: Run): Promise<Result<SentFile, SendProblem>> {
  const { input } = run
  const opened = await run.calm.call(() => input.server.open(run.parts.chunks))
  if (!opened.ok) return err(problemFrom(opened.error))
  let digest: string | null = null
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const there = await run.calm.call(input.server.state)
    if (!there.ok) return err(problemFrom(there.error))
    const problem = await sendRound(run, there.value.parts, round === 0)
    if (problem !== null) return err(problem)
    digest ??= base64url(run.hash.digest())
    const chain = base64url(partsDigest(run.digests))
    run.tell("finishing")
    const finished = await run.calm.call(() => input.server.finish(chain))
    if (finished.ok) return ok({ sha256: digest, parts: run.parts.count, partsDigest: chain })
    if (finished.error !== "parts_missing") return err(problemFrom(finished.error))
  }
  return err("refused")
}

type Run = {
  readonly input: SendInput
  readonly parts: FileParts
  readonly hash: StreamHash
  readonly calm: Patience
  /** Digest of each sealed part of this file, as read now. */
  readonly digests: Uint8Array[]
  /** Bytes of a part that are there or on their way. */
  readonly setDone: (part: number, bytes: number) => void
  readonly tell: (stage: SendProgress["stage"]) => void
  readonly isStopped: () => boolean
  /** What is still on its way waits for nothing any more. */
  readonly end: () => void
}

function newRun(input: SendInput, hash: StreamHash): Run {
  const { size } = input.source
  const done = new Map<number, number>()
  let doneBytes = 0
  let stage: SendProgress["stage"] = "checking"
  let isOver = false
  const isStopped = () => isOver || input.pace.isStopped()
  const tell = (now: SendProgress["stage"]) => {
    stage = now
    if (!isOver) input.onProgress({ stage, doneBytes, totalBytes: size, waitingFor: calm.waitingFor() })
  }
  const calm = patience({ wait: input.pace.wait, isStopped }, () => tell(stage))
  return {
    input,
    parts: partsOf(size),
    hash,
    calm,
    digests: [],
    setDone(part, bytes) {
      doneBytes += bytes - (done.get(part) ?? 0)
      done.set(part, bytes)
    },
    tell,
    isStopped,
    end() {
      isOver = true
    },
  }
}

// The first round reads everything, for the digest of the whole; a later one only what the server has lost.
async function sendRound(
  run: Run,
  there: readonly (string | null)[],
  isFirst: boolean,
): Promise<SendProblem | null> {
  const { input, parts, calm } = run
  const most = input.inFlight ?? MOST_IN_FLIGHT
  const roads = lanes(most)
  const travelling = new Set<Promise<void>>()
  let problem: SendProblem | null = null
  for (let part = 0; part < parts.count && problem === null; part++) {
    if (!isFirst && there[part] !== null) continue
    if (run.isStopped()) return "stopped"
    const made = await readAndSeal(run, part, isFirst)
    if (!made.ok) return made.error
    const { sealed, digest } = made.value
    const name = base64url(digest)
    const known = run.digests[part]
    if (known !== undefined && base64url(known) !== name) return "changed_while_read"
    run.digests[part] = digest
    const stored = there[part] ?? null
    if (stored !== null) {
      if (stored !== name) return "differs"
      run.setDone(part, parts.bytesIn(part))
      run.tell("checking")
      continue
    }
    const send = journeys(run, roads, part, sealed, name)
    const journey = calm
      .call(() => roads.travel(send))
      .then((arrived) => {
        run.setDone(part, arrived.ok ? parts.bytesIn(part) : 0)
        if (!arrived.ok) problem ??= problemFrom(arrived.error)
        run.tell("sending")
        travelling.delete(journey)
      })
    travelling.add(journey)
    while (travelling.size >= most && problem === null) await Promise.race(travelling)
  }
  // Nothing is waited for once it is over: a part still on its way may arrive, and does no harm.
  while (travelling.size > 0 && problem === null) await Promise.race(travelling)
  if (problem === null && isFirst && (await hasGrown(input.source))) return "changed_while_read"
  return problem
}

/**
 * One try after the other of the same part. On some lines no part would ever come whole: each try but the first asks how
 * far the one before came, and goes on there.
 */
function journeys(
  { input, parts, calm, setDone, tell }: Run,
  roads: Lanes,
  part: number,
  sealed: Uint8Array,
  digest: string,
): () => Promise<Result<unknown, string>> {
  let isFirst = true
  let from = 0
  return async () => {
    const begun = isFirst ? ok({ bytes: 0 }) : await input.server.begun(part)
    if (!begun.ok) return begun
    isFirst = false
    const before = from
    from = Math.min(begun.value.bytes, sealed.length)
    if (from > before) {
      calm.worked()
      roads.gained()
    }
    const show = (bytes: number) => {
      // After a loss the line has taken bytes before without bringing them: until an answer comes, only what is there counts.
      const taken = calm.waitingFor() === "nothing" ? bytes : 0
      setDone(part, Math.min(from + taken, parts.bytesIn(part)))
      tell("sending")
    }
    show(0)
    const arrived = await input.server.putPart(part, sealed, digest, from, show)
    // What the line had taken is lost with it, as far as anybody can say.
    if (!arrived.ok) setDone(part, Math.min(from, parts.bytesIn(part)))
    return arrived
  }
}

async function readAndSeal(
  { input, parts, hash }: Run,
  part: number,
  isFirst: boolean,
): Promise<Result<{ readonly sealed: Uint8Array; readonly digest: Uint8Array }, SendProblem>> {
  const { from, to } = parts.rangeOf(part)
  const bytes = from === to ? new Uint8Array(0) : await input.source.read(from, to).catch(() => null)
  if (bytes === null) return err("unreadable")
  if (bytes.length !== to - from) return err("changed_while_read")
  if (isFirst) hash.update(bytes)
  const place = { fileKey: input.key, part, parts: parts.count }
  const sealed = await sealPart(place, parts.padded(part, bytes))
  return ok({ sealed, digest: await partDigest(sealed) })
}

// A file that was being written to while it was picked: its new end would be missing without a word.
async function hasGrown({ size, read }: FileSource): Promise<boolean> {
  const more = await read(size, size + 1).catch(() => null)
  return more !== null && more.length > 0
}

function problemFrom(code: string): SendProblem {
  switch (code) {
    case "stopped":
    case "budget_used":
    case "too_many_uploads":
    case "too_large":
    case "storage_full":
      return code
    case "part_differs":
    case "conflict":
      return "differs"
    case "not_found":
    case "case_expired":
      return "upload_gone"
    case "token_expired":
    case "login_failed":
    case "session_ended":
      return "signed_out"
    default:
      return "refused"
  }
}
