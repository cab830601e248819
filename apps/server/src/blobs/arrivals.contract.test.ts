import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { systemRandom } from "@shn/primitives/random"
import { afterEach, beforeEach, expect, test } from "vitest"
import { arrivals } from "./arrivals.ts"
import { diskBlobs } from "./disk.ts"
import { onePart } from "./testing/contract.ts"

// What dead servers left is cleared away every few minutes, while other parts are on their way in.
const MINUTE_MS = 60_000
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shn-arriving-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* bodyOf(...pieces: Uint8Array[]) {
  yield* pieces
}

/** A body whose line breaks behind `bytes`. */
async function* broken(bytes: Uint8Array) {
  yield bytes
  throw new Error("the line broke")
}

test("a part is kept, however often what was left behind is cleared away in the meantime", async () => {
  const arriving = arrivals(join(folder, "arriving"), systemRandom, Date.now)
  const blobs = diskBlobs(join(folder, "files"))
  const parts = Array.from({ length: 64 }, (_, n) => onePart(folder, 1, Buffer.alloc(400_000, n), n))
  let isSending = true
  const clearing = (async () => {
    while (isSending) await arriving.sweep()
  })()
  const kept = await Promise.all(
    parts.map(({ bytes, place }) =>
      arriving.take(bodyOf(bytes), { ...place, from: 0, length: bytes.length }, (arrived) =>
        blobs.put(place, arrived, "2026-11-23" as never),
      ),
    ),
  )
  isSending = false
  await clearing
  expect(kept).toEqual(parts.map(() => ({ ok: true, value: { ok: true, value: "kept" } })))
  expect(readdirSync(join(folder, "arriving"))).toEqual([])
})

test("a part that goes on an hour later is not taken for one that was left behind", async () => {
  let ahead = 0
  const arriving = arrivals(join(folder, "arriving"), systemRandom, () => Date.now() + ahead)
  const { bytes, place } = onePart(folder, 2, "the first half and the second half")
  const expected = { ...place, from: 0, length: bytes.length }
  const damaged = { ok: false, error: "part_damaged" }
  expect(await arriving.take(broken(bytes.subarray(0, 14)), expected, async () => "whole")).toEqual(damaged)
  expect(await arriving.begun(place)).toBe(14)
  const old = new Date(Date.now() - 59 * MINUTE_MS)
  utimesSync(join(folder, "arriving", `${place.uploadId}.${place.n}`), old, old)
  async function* slowly() {
    ahead = 2 * MINUTE_MS
    await arriving.sweep()
    yield bytes.subarray(14)
  }
  const rest = await arriving.take(slowly(), { ...expected, from: 14 }, async ({ path }) => {
    await arriving.sweep()
    return readdirSync(join(path, ".."))
  })
  expect(rest).toEqual({ ok: true, value: [expect.any(String)] })
})

test("what a dead server or a broken line left is cleared away after an hour, not before", async () => {
  let ahead = 0
  const arriving = arrivals(join(folder, "arriving"), systemRandom, () => Date.now() + ahead)
  const { bytes, place } = onePart(folder, 3, "never to be whole")
  const expected = { ...place, from: 0, length: bytes.length }
  await arriving.take(broken(bytes.subarray(0, 5)), expected, async () => "whole")
  ahead = 59 * MINUTE_MS
  await arriving.sweep()
  expect(await arriving.begun(place)).toBe(5)
  ahead = 61 * MINUTE_MS
  await arriving.sweep()
  expect(readdirSync(join(folder, "arriving"))).toEqual([])
})
