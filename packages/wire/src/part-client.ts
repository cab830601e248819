import { err, ok, type Result } from "@shn/domain"
import type * as v from "valibot"
import { type ApiFailure, readAnswer } from "./client.ts"
import type { Empty } from "./reporter-api.ts"
import type { Route } from "./routes.ts"
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
}>

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
 * @returns the server's problem code when it refused; "offline" when nothing, or only a piece, came back
 */
export async function fetchPart(
  route: BytesOut,
  place: PartPlace,
  options: PartOptions,
): Promise<Result<Uint8Array, ApiFailure>> {
  try {
    const response = await options.fetch(partPath(place), {
      method: route.method,
      headers: headersFor(options),
    })
    if (response.status >= 200 && response.status < 300)
      return ok(new Uint8Array(await response.arrayBuffer()))
    const refused = readAnswer(route, response.status, await response.text())
    return err(refused.ok ? "nonsense_answer" : refused.error)
  } catch {
    return err("offline")
  }
}

function headersFor({ token }: PartOptions): Record<string, string> {
  return { accept: "*/*", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }
}
