import { err, ok, type Result } from "@shn/domain"
import type * as v from "valibot"
import { type ApiFailure, readAnswer } from "./client.ts"
import type { Empty } from "./reporter-api.ts"
import type { Route } from "./route.ts"
import type { PartPlace } from "./uploads.ts"

/** The little of `fetch` that parts need. An adapter over XMLHttpRequest fits too, where progress is wanted. */
export type PartFetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: Uint8Array },
) => Promise<{
  status: number
  headers: { get(name: string): string | null }
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
  /** Where there is one, what came before the line broke is not lost. */
  readonly body?: ByteStream | null
}>

/** The little of a ReadableStream that is used. */
type ByteStream = {
  getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> }
}

/** What came of parts (by number) before their line broke. One for each upload that is read. */
export type KeptParts = Map<number, Uint8Array>

export type PartOptions = {
  readonly fetch: PartFetch
  /** Bearer token of a reporter's visit. */
  readonly token?: string
}

/** The routes whose body or answer is bytes. */
type BytesIn = Route & { readonly bytes: "in" }
type BytesOut = Route & { readonly bytes: "out" }

/** The address of one part. */
export function partPath(place: PartPlace): string {
  return `/api/uploads/${place.uploadId}/parts/${place.n}`
}

/**
 * Sends one sealed part of an upload, or the rest of it.
 * @param digest base64url SHA-256 of the whole sealed part
 * @param from how many bytes of the part the server has already (`partBegun`); only those behind them are sent
 * @returns the server's problem code when it refused; "offline" when nothing came back
 */
export async function sendPart(
  route: BytesIn,
  place: PartPlace,
  sealed: Uint8Array,
  digest: string,
  options: PartOptions,
  from = 0,
): Promise<Result<v.InferOutput<typeof Empty>, ApiFailure>> {
  const headers = {
    ...headersFor(options),
    "content-type": "application/octet-stream",
    "x-part-digest": digest,
    ...(from === 0 ? {} : { "x-part-from": String(from) }),
  }
  const body = from === 0 ? sealed : sealed.subarray(from)
  try {
    const response = await options.fetch(partPath(place), { method: route.method, headers, body })
    return readAnswer(route, response.status, await response.text()) as Result<
      v.InferOutput<typeof Empty>,
      ApiFailure
    >
  } catch {
    return err("offline")
  }
}

/**
 * Fetches one sealed part. Whether the bytes are the right ones is for the reader to find out.
 * Where the line breaks in the middle it goes on at once, as long as every try brings something.
 * @param kept given again with the next try, it goes on where the line broke: over some lines no part ever comes whole
 * @returns the server's problem code when it refused; "offline" when nothing, or only a piece, came back
 */
export async function fetchPart(
  route: BytesOut,
  place: PartPlace,
  options: PartOptions,
  kept: KeptParts = new Map(),
): Promise<Result<Uint8Array, ApiFailure>> {
  for (;;) {
    const before = kept.get(place.n)?.length ?? 0
    const fetched = await fetchRest(route, place, options, kept)
    const hasGained = (kept.get(place.n)?.length ?? 0) > before
    if (fetched.ok || fetched.error !== "offline" || !hasGained) return fetched
  }
}

async function fetchRest(
  route: BytesOut,
  place: PartPlace,
  options: PartOptions,
  kept: KeptParts,
): Promise<Result<Uint8Array, ApiFailure>> {
  const before = kept.get(place.n) ?? new Uint8Array(0)
  try {
    const response = await options.fetch(partPath(place), {
      method: route.method,
      headers: {
        ...headersFor(options),
        ...(before.length === 0 ? {} : { "x-part-from": String(before.length) }),
      },
    })
    if (response.status >= 200 && response.status < 300) {
      const pieces = [before]
      const isWhole = await readInto(pieces, response)
      const bytes = joined(pieces)
      if (isWhole) kept.delete(place.n)
      else kept.set(place.n, bytes)
      return isWhole ? ok(bytes) : err("offline")
    }
    kept.delete(place.n)
    const refused = readAnswer(route, response.status, await response.text())
    return err(refused.ok ? "nonsense_answer" : refused.error)
  } catch {
    return err("offline")
  }
}

/** @returns false when the line broke before the end */
async function readInto(pieces: Uint8Array[], response: Awaited<ReturnType<PartFetch>>): Promise<boolean> {
  try {
    const reader = response.body?.getReader()
    if (reader === undefined) {
      pieces.push(new Uint8Array(await response.arrayBuffer()))
      return true
    }
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return true
      if (value !== undefined) pieces.push(value)
    }
  } catch {
    return false
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function headersFor({ token }: PartOptions): Record<string, string> {
  return { accept: "*/*", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }
}
