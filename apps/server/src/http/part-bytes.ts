import { Readable } from "node:stream"
import type { HttpBindings } from "@hono/node-server"
import type { Route } from "@shn/wire"
import type { Context } from "hono"
import type { PartStream } from "../blobs/part.ts"
import { untilSilence } from "../blobs/until-silence.ts"

/** What a route for bytes is told outside of them: the path, and for bytes on their way in their digest and place. */
export function requestOfPart(c: Context, route: Route): unknown {
  const digest = c.req.header("x-part-digest") ?? ""
  const from = c.req.header("x-part-from") ?? "0"
  return route.bytes === "in" ? { ...c.req.param(), digest, from } : { ...c.req.param(), from }
}

/**
 * The body as it comes from the socket. Giving up in the middle leaves the connection alone, so that the answer can
 * still be sent on it.
 */
export function bodyOf(c: Context): AsyncIterable<Uint8Array> {
  // Made by the listener in server.ts, for every request.
  const { incoming } = c.env as HttpBindings
  return incoming.iterator({ destroyOnReturn: false })
}

/** More than any part. */
const MOST_REST_BYTES = 2 * 1024 * 1024

/**
 * Lets a body that nobody needed come to its end, unread. A browser listens for an answer only when it has sent
 * everything: an answer before that, and the connection closed after it, would reach it as a broken line. Of a body
 * that goes on and on the rest is not waited for, and its connection is not used again.
 */
export async function passOver(c: Context): Promise<void> {
  let size = 0
  for await (const piece of untilSilence(bodyOf(c), () => undefined)) {
    size += piece.length
    if (size > MOST_REST_BYTES) return c.header("connection", "close")
  }
}

/** Bytes on their way out, their length first: a device notices when the line ends before them. */
export function streamed(c: Context, { bytes, length }: PartStream): Response {
  return c.body(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, 200, {
    "content-type": "application/octet-stream",
    "content-length": String(length),
  })
}
