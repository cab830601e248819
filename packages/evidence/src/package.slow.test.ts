import { createReadStream, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { base64url } from "@shn/primitives/encode"
import { sha256Stream } from "@shn/primitives/stream-hash"
import { afterAll, beforeAll, expect, test } from "vitest"
import { buildPackage } from "./build.ts"
import { openPackage, stopsOf } from "./open.ts"
import { buildInput, handOver, NOW_MS } from "./testing/hand-over.ts"

const SIZE = 2 ** 30
/** Above what the process needed before: the pieces on their way, and what the collector has not yet taken back. */
const MEMORY_BYTES = 150 * 2 ** 20
const folder = mkdtempSync(join(tmpdir(), "large-package-"))
const file = join(folder, "video.bin")

beforeAll(() => {
  writeFileSync(file, "")
  truncateSync(file, SIZE)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("a film of 1 GB is built, sealed, opened and checked without ever being in memory", async () => {
  const hash = await sha256Stream()
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array)
  const large = { sha256: base64url(hash.digest()), size: SIZE }
  const over = await handOver({
    files: [{ label: "Film", extension: "mp4", bytes: new Uint8Array(0), large }],
  })

  const before = process.memoryUsage().rss
  let most = 0
  let kept = 0
  const watch = () => {
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  const built = buildPackage(buildInput(over, { open: () => createReadStream(file) }))
  if (!built.ok) throw new Error(built.error)
  const opened = await openPackage({
    sealed: built.value,
    identities: [over.identity],
    findStaff: over.findStaff,
    agency: { ...over.agency, keys: [over.consent.to.key] },
    nowMs: NOW_MS,
    revocations: over.revocations,
    used: 0,
    latest: null,
    keep: () => ({
      write: (piece) => {
        kept += piece.length
        if (kept % (8 * 2 ** 20) < piece.length) watch()
      },
      close: () => undefined,
    }),
  })
  watch()
  expect(stopsOf(opened)).toEqual([])
  expect(kept).toBe(SIZE)
  expect(most, `${most} bytes above the start`).toBeLessThan(MEMORY_BYTES)
})
