import { type CaseId, ok, type Result, type UploadId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { sha256Stream } from "@shn/primitives/stream-hash"
import {
  type FileFacts,
  type Pace,
  type ReadProgress,
  type ReadRefusal,
  readFile,
  type SendProblem,
  type SendProgress,
  type SentFile,
  sendFile,
} from "@shn/sealed"
import type { SaveTarget } from "@shn/staff"
import { type ApiOptions, DESK_ROUTES, fetchPart, type PartFetch } from "@shn/wire"
import { uploadPorts } from "./upload-ports.ts"

/** The long work with files, done by a worker so that the screen keeps answering. */
export type FileWork =
  /** Seals and sends one file, or goes on where an earlier try stopped. */
  | {
      readonly kind: "send"
      readonly caseId: CaseId
      readonly uploadId: UploadId
      readonly key: Uint8Array
      readonly file: Blob
    }
  /** Digest of a file that is about to be attached, to see whether it is in the case already. */
  | { readonly kind: "digest"; readonly file: Blob }
  /** Reads a file into memory, to show it. */
  | { readonly kind: "open"; readonly uploadId: UploadId; readonly facts: FileFacts }
  /** Writes a file to where the person chose, piece by piece: it is never in memory as a whole. */
  | {
      readonly kind: "save"
      readonly uploadId: UploadId
      readonly facts: FileFacts
      readonly to: SaveTarget
    }

export type FileNews =
  | { readonly is: "sending"; readonly progress: SendProgress }
  | { readonly is: "reading"; readonly progress: ReadProgress }
  | { readonly is: "sent"; readonly result: Result<SentFile, SendProblem> }
  | { readonly is: "digest"; readonly sha256: string | null }
  | { readonly is: "opened"; readonly result: ReadOutcome<ArrayBuffer> }
  | { readonly is: "saved"; readonly result: ReadOutcome<null> }

export type ReadOutcome<T> = { readonly ok: true; readonly value: T } | ReadTrouble

/** Why a file cannot be had: it is refused, or it cannot be written where the person wanted it. */
export type ReadTrouble = {
  readonly ok: false
  readonly why: ReadRefusal["error"] | "not_written"
  /** From 0; null where it is the file as a whole. */
  readonly part: number | null
}

export type WorkPorts = {
  readonly fetch: ApiOptions["fetch"]
  readonly partFetch: PartFetch
  readonly pace: Pace
  readonly say: (news: FileNews) => void
}

/** Does one piece of work; its last news is the result. */
export async function doFileWork(work: FileWork, ports: WorkPorts): Promise<void> {
  switch (work.kind) {
    case "send":
      return ports.say({ is: "sent", result: await send(work, ports) })
    case "digest":
      return ports.say({ is: "digest", sha256: await digestOf(work.file) })
    case "open": {
      const bytes = new Uint8Array(work.facts.size)
      let at = 0
      const read = await readInto(work, ports, (piece) => {
        bytes.set(piece, at)
        at += piece.length
      })
      return ports.say({ is: "opened", result: read.ok ? ok(bytes.buffer) : read })
    }
    case "save":
      return ports.say({ is: "saved", result: await save(work, ports) })
  }
}

function send(
  { caseId, uploadId, key, file }: Extract<FileWork, { kind: "send" }>,
  { fetch, partFetch, pace, say }: WorkPorts,
): Promise<Result<SentFile, SendProblem>> {
  return sendFile({
    source: { size: file.size, read: (from, to) => bytesOf(file, from, to) },
    key,
    server: uploadPorts({ caseId, uploadId }, { fetch, partFetch }),
    hash: sha256Stream,
    pace,
    onProgress: (progress) => say({ is: "sending", progress }),
  })
}

/** As much of a file as is looked at in one go. */
const PIECE_BYTES = 1_048_576

async function digestOf(file: Blob): Promise<string | null> {
  const hash = await sha256Stream()
  try {
    for (let at = 0; at < file.size; at += PIECE_BYTES) hash.update(await bytesOf(file, at, at + PIECE_BYTES))
  } catch {
    return null
  }
  return base64url(hash.digest())
}

async function bytesOf(file: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer())
}

async function save(work: Extract<FileWork, { kind: "save" }>, ports: WorkPorts): Promise<ReadOutcome<null>> {
  try {
    const target = await work.to.createWritable()
    const read = await readInto(work, ports, (piece) => target.write(new Uint8Array(piece)))
    // Whatever was not right to the last byte is not left lying about under a good name.
    await (read.ok ? target.close() : target.abort())
    return read
  } catch {
    return { ok: false, why: "not_written", part: null }
  }
}

async function readInto(
  { uploadId, facts }: { readonly uploadId: UploadId; readonly facts: FileFacts },
  { partFetch, pace, say }: WorkPorts,
  sink: (piece: Uint8Array) => Promise<void> | void,
): Promise<ReadOutcome<null>> {
  const kept = new Map<number, Uint8Array>()
  const read = await readFile({
    facts,
    server: { getPart: (n) => fetchPart(DESK_ROUTES.getPart, { uploadId, n }, { fetch: partFetch }, kept) },
    hash: sha256Stream,
    pace,
    sink,
    onProgress: (progress) => say({ is: "reading", progress }),
  })
  return read.ok ? ok(null) : { ok: false, why: read.error, part: read.part }
}
