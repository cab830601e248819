import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { diskBlobs } from "./disk.ts"
import { s3Blobs, s3State } from "./s3.ts"
import { type BlobContract, blobContract, onePart, uploadId } from "./testing/contract.ts"
import { removeBucket, startBucket, type TestBucket } from "./testing/s3rver.ts"

const folder = mkdtempSync(join(tmpdir(), "shn-blobs-"))
let bucket: TestBucket
beforeAll(async () => {
  bucket = await startBucket()
})
afterAll(async () => {
  await bucket.stop()
  removeBucket(bucket)
  rmSync(folder, { recursive: true, force: true })
})

const STORES: readonly (readonly [string, () => BlobContract])[] = [
  ["a disk", () => ({ blobs: diskBlobs(join(folder, "files")), folder })],
  ["a bucket", () => ({ blobs: s3Blobs(bucket.settings), folder })],
]

describe.each(STORES)("parts kept on %s", (_, open) => {
  blobContract(open)
})

test("a folder that cannot be made or written is out of reach, and what was there before stays", async () => {
  const file = join(folder, "a-file")
  writeFileSync(file, "in the way")
  const blobs = diskBlobs(join(file, "files"))
  const path = join(folder, "part")
  writeFileSync(path, "bytes")
  const place = { uploadId: uploadId(1), n: 0, digest: "d".repeat(43) }
  expect(await blobs.put(place, { path, length: 5 }, "2026-11-23" as never)).toEqual({
    ok: false,
    error: "storage_unreachable",
  })
  expect(existsSync(path)).toBe(true)
})

test("a bucket that is away is out of reach for everything, and all is well when it is back", async () => {
  const away = await startBucket()
  const blobs = s3Blobs(away.settings)
  const { put, place } = onePart(folder, 7, "here")
  expect(await put(blobs)).toEqual({ ok: true, value: "kept" })
  expect(await s3State(away.settings)).toBe("usable")
  await away.stop()
  const unreachable = { ok: false, error: "storage_unreachable" }
  expect(await blobs.get(place)).toEqual(unreachable)
  expect(await put(blobs)).toEqual(unreachable)
  expect(await blobs.remove(place)).toEqual(unreachable)
  expect(await blobs.drop(place.uploadId)).toEqual(unreachable)
  expect(await s3State(away.settings)).toBe("unreachable")
  await away.start()
  expect(await put(blobs)).toEqual({ ok: true, value: "kept" })
  expect((await blobs.get(place)).ok).toBe(true)
  await away.stop()
  removeBucket(away)
})

test("a wrong name or key of a bucket is told from a bucket that is away", async () => {
  expect(await s3State({ ...bucket.settings, key: "nobodys" })).toBe("refused")
  expect(await s3State({ ...bucket.settings, bucket: "nobodys" })).toBe("refused")
  const { put } = onePart(folder, 8, "here")
  expect(await put(s3Blobs({ ...bucket.settings, key: "nobodys" }))).toEqual({
    ok: false,
    error: "storage_unreachable",
  })
})
