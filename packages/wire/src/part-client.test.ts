import { parseUploadId } from "@shn/domain"
import { expect, test } from "vitest"
import { fetchPart, type KeptParts, type PartFetch, sendPart } from "./part-client.ts"
import { REPORTER_ROUTES } from "./routes.ts"

const parsed = parseUploadId("3f2b8a52-0a0e-4c7a-9d53-0a4f5f1f2b11")
if (!parsed.ok) throw new Error(parsed.error)
const place = { uploadId: parsed.value, n: 4 }
const whole = Uint8Array.from({ length: 1_000 }, (_, at) => at & 255)

/** A server that answers with the bytes asked for, over a line that carries only so many of them. */
function network(carries: readonly number[]): { fetch: PartFetch; asked: string[] } {
  const asked: string[] = []
  const fetch: PartFetch = async (_, { headers }) => {
    const from = Number(headers["x-part-from"] ?? 0)
    asked.push(String(from))
    const limit = carries[asked.length - 1] ?? whole.length
    const rest = whole.subarray(from)
    let sent = 0
    return {
      status: 200,
      headers: { get: () => null },
      text: async () => "",
      arrayBuffer: async () => rest.slice().buffer,
      body: {
        getReader: () => ({
          async read() {
            if (sent >= rest.length) return { done: true }
            if (sent >= limit) throw new TypeError("network error")
            const value = rest.slice(sent, Math.min(rest.length, sent + 100))
            sent += value.length
            return { done: false, value }
          },
        }),
      },
    }
  }
  return { fetch, asked }
}

test("what came of a part before the line broke is kept, and only the rest is asked for", async () => {
  const { fetch, asked } = network([300, 0, 400])
  const kept: KeptParts = new Map()
  const attempt = () => fetchPart(REPORTER_ROUTES.getPart, place, { fetch }, kept)
  // The first try brings something and is followed by another, which brings nothing.
  expect(await attempt()).toEqual({ ok: false, error: "offline" })
  expect(asked).toEqual(["0", "300"])
  expect(await attempt()).toEqual({ ok: true, value: whole })
  expect(asked).toEqual(["0", "300", "300", "700"])
  expect(kept.size).toBe(0)
})

test("a server that refuses to go on is asked for the whole part the next time", async () => {
  const kept: KeptParts = new Map([[place.n, whole.slice(0, 10)]])
  const refusing: PartFetch = async () => ({
    status: 400,
    headers: { get: () => null },
    text: async () => JSON.stringify({ problem: "bad_request" }),
    arrayBuffer: async () => new ArrayBuffer(0),
  })
  const refused = await fetchPart(REPORTER_ROUTES.getPart, place, { fetch: refusing }, kept)
  expect(refused).toEqual({ ok: false, error: "bad_request" })
  const { fetch, asked } = network([])
  expect(await fetchPart(REPORTER_ROUTES.getPart, place, { fetch }, kept)).toMatchObject({ ok: true })
  expect(asked).toEqual(["0"])
})

test("of a part that the server has the beginning of, only the rest is sent, under the digest of the whole", async () => {
  const seen: unknown[] = []
  const fetch: PartFetch = async (_, { headers, body }) => {
    seen.push([headers["x-part-from"], headers["x-part-digest"], body?.length])
    return {
      status: 200,
      headers: { get: () => null },
      text: async () => "{}",
      arrayBuffer: async () => new ArrayBuffer(0),
    }
  }
  const digest = "A".repeat(43)
  for (const from of [0, 400]) {
    await sendPart(REPORTER_ROUTES.putPart, place, whole, digest, { fetch }, from)
  }
  expect(seen).toEqual([
    [undefined, digest, 1_000],
    ["400", digest, 600],
  ])
})
