import { parseUploadId, type UploadId } from "@shn/domain"
import { randomUuidV4, systemRandom } from "@shn/primitives/random"
import type { Pace, ReadPorts, SendPorts } from "@shn/sealed"
import { api, fetchPart, type PartFetch, REPORTER_ROUTES, type Route, sendPart, type v } from "@shn/wire"
import { must, type Person } from "./person.ts"

/** One upload of a person, as any device with the code knows it. */
export type KnownUpload = { readonly uploadId: UploadId; readonly key: Uint8Array }

export function newUpload(): KnownUpload {
  return { uploadId: must(parseUploadId(randomUuidV4(systemRandom))), key: systemRandom(32) }
}

export type PortOptions = {
  /** Where calls go: the server itself, or a line in front of it. */
  readonly address: string
  /** The page that calls. */
  readonly origin: string
  /** A call that has not been answered after so long is given up. */
  readonly giveUpMs?: number
}

/** What the transfer engine is given by an app: the real routes over the real network, of one person and one upload. */
export function portsOf(
  { keys, token }: Pick<Person, "keys" | "token">,
  { uploadId }: KnownUpload,
  { address, origin, giveUpMs = 30_000 }: PortOptions,
): SendPorts & ReadPorts {
  const { caseId } = keys
  const network: PartFetch = (path, { headers, ...init }) =>
    fetch(address + path, {
      ...init,
      headers: { ...headers, origin },
      signal: AbortSignal.timeout(giveUpMs),
    } as RequestInit)
  const call = <R extends Route>(route: R, body: v.InferInput<R["request"]>) =>
    api(route, body, {
      token,
      fetch: (path, { body: text, ...init }) =>
        network(path, text === undefined ? init : { ...init, body: new TextEncoder().encode(text) }),
    })
  const bytes = { fetch: network, token }
  const kept = new Map<number, Uint8Array>()
  return {
    open: (chunks) => call(REPORTER_ROUTES.openUpload, { caseId, uploadId, chunks }),
    state: () => call(REPORTER_ROUTES.uploadState, { caseId, uploadId }),
    begun: (n) => call(REPORTER_ROUTES.partBegun, { caseId, uploadId, n }),
    putPart: (n, sealed, digest, from) =>
      sendPart(REPORTER_ROUTES.putPart, { uploadId, n }, sealed, digest, bytes, from),
    finish: (partsDigest) => call(REPORTER_ROUTES.finishUpload, { caseId, uploadId, partsDigest }),
    getPart: (n) => fetchPart(REPORTER_ROUTES.getPart, { uploadId, n }, bytes, kept),
  }
}

/** Patience of an app, and a button that stops it. @param waitShare 1: waits as long as an app does */
export function paceOf(waitShare = 1): Pace & { stop(): void } {
  let isStopped = false
  return {
    wait: (ms) => new Promise((resume) => setTimeout(resume, ms * waitShare)),
    isStopped: () => isStopped,
    stop: () => {
      isStopped = true
    },
  }
}

/** Bytes that differ everywhere, made where they are asked for: a file of any length that is never in memory. */
export function generatedFile(size: number, seed: number) {
  return {
    size,
    bytes: (from: number, to: number) => generated(from, Math.min(to, size), seed),
    read: async (from: number, to: number) => generated(from, Math.min(to, size), seed),
  }
}

/** The bytes `from` (inclusive) to `to` (exclusive) of the file that `seed` names. */
export function generated(from: number, to: number, seed: number): Uint8Array {
  const first = from >>> 2
  const words = new Uint32Array(Math.max(0, Math.ceil(to / 4) - first))
  for (let at = 0; at < words.length; at += 1) {
    let word = Math.imul(first + at + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d)
    words[at] = word ^ (word >>> 13)
  }
  return new Uint8Array(words.buffer, from - first * 4, Math.max(0, to - from))
}
