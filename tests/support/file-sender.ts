import { createHash } from "node:crypto"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { systemRandom } from "@shn/primitives/random"
import { sha256Stream } from "@shn/primitives/stream-hash"
import {
  type Attachment,
  exactTime,
  type FileSource,
  type FileStart,
  type Pace,
  type ReadPorts,
  type ReadRefusal,
  readFile,
  type SendPorts,
  type SendProgress,
  type SentFile,
  sealMessage,
  sendFile,
} from "@shn/sealed"
import { REPORTER_ROUTES } from "@shn/wire"
import { type KnownUpload, paceOf, portsOf } from "./file-ports.ts"
import { call, must, openPerson, type Person, readOwnCase, sealCase } from "./person.ts"
import type { Running } from "./running.ts"

/** A person with a submitted case, whose coordinators can read it at once. */
export async function personWithCase(run: Running, story: string): Promise<Person> {
  const org = run.organisation.deployment
  const person = await openPerson(run.reporter, org)
  const body = await sealCase(run.reporter, org, person, { story, facets: { lane: "P3" } })
  await call(run.reporter, REPORTER_ROUTES.submit, body, person.token)
  return person
}

/** Ports over the line that records and can falsify. */
export function honestPorts(run: Running, person: Pick<Person, "keys" | "token">, upload: KnownUpload) {
  return portsOf(person, upload, { address: run.reporter, origin: run.reporter })
}

export async function send(
  upload: KnownUpload,
  source: FileSource,
  server: SendPorts,
  pace: Pace = paceOf(0.1),
  onProgress: (progress: SendProgress) => void = () => undefined,
) {
  return sendFile({ source, key: upload.key, server, hash: sha256Stream, pace, onProgress })
}

/** What was read, as a digest of what a sink was given: files of any length fit. */
export type ReadBack = {
  readonly result: { ok: true } | ReadRefusal
  readonly sha256: string
  readonly bytes: number
}

export async function readBack(
  upload: KnownUpload,
  size: number,
  sent: SentFile,
  server: ReadPorts,
  pace: Pace = paceOf(0.1),
): Promise<ReadBack> {
  const hash = createHash("sha256")
  let bytes = 0
  const result = await readFile({
    facts: { ...sent, key: upload.key, size },
    server,
    hash: sha256Stream,
    pace,
    sink: (piece) => {
      hash.update(piece)
      bytes += piece.length
    },
  })
  return { result, sha256: hash.digest("base64url"), bytes }
}

/** Node's own digest of what a source holds, read in pieces. */
export async function digestOf({ size, read }: FileSource): Promise<string> {
  const hash = createHash("sha256")
  for (let at = 0; at < size; at += 1_000_000) hash.update(await read(at, Math.min(size, at + 1_000_000)))
  return hash.digest("base64url")
}

/** What a phone writes about a picked file before its first byte leaves. */
export function startOf(upload: KnownUpload, name: string, size: number): FileStart {
  return {
    uploadId: upload.uploadId,
    key: base64url(upload.key),
    name,
    type: "video/mp4",
    size,
    lastModified: null,
    origin: "gallery",
    pickedAt: exactTime(Date.now()) ?? "",
  }
}

/** Writes a message about a file into the person's own case. */
export async function tell(
  run: Running,
  { keys }: Pick<Person, "keys">,
  content:
    | { readonly kind: "upload"; readonly body: FileStart }
    | { readonly kind: "file"; readonly body: FileStart & SentFile & { readonly note: string } },
): Promise<void> {
  const { opened, token } = await readOwnCase(run.reporter, run.organisation.deployment, keys)
  const envelope = must(
    await sealMessage({ opened, me: keys, content, nowMs: Date.now(), random: systemRandom }),
  )
  await call(run.reporter, REPORTER_ROUTES.addEnvelope, { envelope }, token)
}

/** The upload as another device finds it in the opened case. */
export function uploadFrom({ uploadId, key }: Attachment): KnownUpload {
  const bytes = fromBase64url(key)
  if (bytes === null) throw new Error("not a key")
  return { uploadId, key: bytes }
}
