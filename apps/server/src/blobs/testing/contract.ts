import { createHash } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Readable } from "node:stream"
import type { Day, UploadId } from "@shn/domain"
import { expect, test } from "vitest"
import type { BlobPlace, BlobStore } from "../blob-store.ts"

/** A store under test, and a folder in which parts arrive. */
export type BlobContract = { readonly blobs: BlobStore; readonly folder: string }

const TODAY = "2026-11-23" as Day

export function uploadId(n: number): UploadId {
  return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}` as UploadId
}

/** A part that has arrived, and how to keep it. Its file is made anew each time: keeping it may take it away. */
export function onePart(folder: string, upload: number, content: string | Uint8Array, n = 0) {
  const bytes = Buffer.from(content)
  const digest = createHash("sha256").update(bytes).digest("base64url")
  const place: BlobPlace = { uploadId: uploadId(upload), n, digest }
  return {
    bytes,
    place,
    put: async (blobs: BlobStore) => {
      mkdirSync(join(folder, "arriving"), { recursive: true })
      const path = join(folder, "arriving", `${upload}-${n}-${Math.floor(performance.now() * 1e6)}`)
      writeFileSync(path, bytes)
      return blobs.put(place, { path, length: bytes.length }, TODAY)
    },
  }
}

/** What every place for parts promises, whatever it is made of. */
export function blobContract(open: () => BlobContract): void {
  const whole = new Uint8Array(1_048_864).map((_, at) => (at * 31) % 251)

  test("a part comes back exactly as it was put there", async () => {
    const { blobs, folder } = open()
    const part = onePart(folder, 1, whole)
    expect(await part.put(blobs)).toEqual({ ok: true, value: "kept" })
    expect(Buffer.compare(await read(blobs, part.place), part.bytes)).toBe(0)
  })

  test("the same part put again, also many times at once, is the same part", async () => {
    const { blobs, folder } = open()
    const part = onePart(folder, 2, whole)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => part.put(blobs)))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(Buffer.compare(await read(blobs, part.place), part.bytes)).toBe(0)
  })

  test("a part that was never put is not there, and taking it away is no mistake", async () => {
    const { blobs, folder } = open()
    const { place } = onePart(folder, 3, "never put")
    expect(await blobs.get(place)).toEqual({ ok: false, error: "not_found" })
    expect(await blobs.remove(place)).toEqual({ ok: true, value: "gone" })
    expect(await blobs.drop(uploadId(3))).toEqual({ ok: true, value: "gone" })
  })

  test("two parts that claim the same number lie side by side", async () => {
    const { blobs, folder } = open()
    const [one, other] = [onePart(folder, 4, "one"), onePart(folder, 4, "other")]
    await one.put(blobs)
    await other.put(blobs)
    await blobs.remove(other.place)
    expect((await read(blobs, one.place)).toString()).toBe("one")
    expect(await blobs.get(other.place)).toEqual({ ok: false, error: "not_found" })
  })

  test("dropping an upload takes all its parts and nothing of its neighbour", async () => {
    const { blobs, folder } = open()
    const parts = Array.from({ length: 30 }, (_, n) => onePart(folder, 5, `part ${n}`, n))
    const neighbour = onePart(folder, 6, "neighbour")
    await Promise.all([...parts, neighbour].map(({ put }) => put(blobs)))
    expect(await blobs.drop(uploadId(5))).toEqual({ ok: true, value: "gone" })
    expect(await blobs.drop(uploadId(5))).toEqual({ ok: true, value: "gone" })
    for (const { place } of parts) expect(await blobs.get(place)).toEqual({ ok: false, error: "not_found" })
    expect((await read(blobs, neighbour.place)).toString()).toBe("neighbour")
  })
}

async function read(blobs: BlobStore, place: BlobPlace): Promise<Buffer> {
  const got = await blobs.get(place)
  if (!got.ok) throw new Error(got.error)
  return bytesOf(got.value)
}

/** All bytes of a stream. */
export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}
