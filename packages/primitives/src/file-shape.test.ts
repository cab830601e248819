import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  CHUNKS_PER_PART,
  chunksForSize,
  chunksInPart,
  FILE_CHUNK_BYTES,
  isChunkCount,
  MAX_FILE_BYTES,
  MAX_FILE_CHUNKS,
  partsForChunks,
  sealedFileLength,
  sealedPartLength,
} from "./file-shape.ts"

const size = fc.oneof(
  fc.nat(5_000_000),
  fc.maxSafeNat().map((n) => n % (MAX_FILE_BYTES + 1)),
  fc
    .tuple(fc.nat(MAX_FILE_CHUNKS - 1), fc.integer({ min: -1, max: 1 }))
    .map(([chunks, off]) => Math.max(0, chunks * FILE_CHUNK_BYTES + off)),
)

describe("the length of a sealed file", () => {
  test.each([
    [0, 1],
    [1, 1],
    [65_536, 1],
    [65_537, 2],
    [131_073, 3],
    [8 * 65_536 + 1, 10],
    [1_048_576, 16],
    [1_048_577, 18],
    [100_000_000, 1536],
    [3_000_000_000, 47_104],
    [MAX_FILE_BYTES, MAX_FILE_CHUNKS],
  ])("%i bytes take %i chunks", (bytes, chunks) => {
    expect(chunksForSize(bytes)).toBe(chunks)
  })
  test("always holds the file, and is at most an eighth longer than whole chunks need", () => {
    fc.assert(
      fc.property(size, (bytes) => {
        const chunks = chunksForSize(bytes)
        const needed = Math.max(1, Math.ceil(bytes / FILE_CHUNK_BYTES))
        expect(chunks).toBeGreaterThanOrEqual(needed)
        expect(chunks).toBeLessThanOrEqual(needed * 1.125)
        expect(isChunkCount(chunks)).toBe(true)
      }),
    )
  })
  test("agrees with PADME as its authors wrote it, with logarithms", () => {
    const padme = (length: number) => {
      const exponent = Math.floor(Math.log2(length))
      const zeros = exponent - (Math.floor(Math.log2(exponent)) + 1)
      const mask = 2 ** Math.max(0, zeros) - 1
      return Math.floor((length + mask) / (mask + 1)) * (mask + 1)
    }
    const differ = Array.from({ length: 70_000 }, (_, at) => at + 2).filter(
      (count) => chunksForSize(count * FILE_CHUNK_BYTES) !== padme(count),
    )
    expect(differ).toEqual([])
  })
  test("tells little: of all files up to 4 GiB there are fewer than 400 different lengths", () => {
    let lengths = 0
    for (let chunks = 1; chunks <= 65_536; chunks += 1) if (isChunkCount(chunks)) lengths += 1
    expect(lengths).toBeLessThan(400)
    expect(lengths).toBeGreaterThan(16)
  })
  test("a number of chunks that padding never gives is not one", () => {
    for (const chunks of [0, -1, 1.5, 9, 17, 33, MAX_FILE_CHUNKS + 1, Number.NaN, Infinity]) {
      expect(isChunkCount(chunks)).toBe(false)
    }
  })
  test("a size that no file has is a bug", () => {
    for (const bytes of [-1, 0.5, Number.NaN, Infinity, MAX_FILE_BYTES + 1]) {
      expect(() => chunksForSize(bytes)).toThrow(RangeError)
    }
  })
})

describe("the parts of a file", () => {
  test("are full except the last, and together hold every chunk", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (chunks) => {
        const parts = partsForChunks(chunks)
        const each = Array.from({ length: parts }, (_, part) => chunksInPart(chunks, part))
        expect(each.reduce((sum, one) => sum + one, 0)).toBe(chunks)
        expect(each.slice(0, -1).every((one) => one === CHUNKS_PER_PART)).toBe(true)
        expect(each.at(-1)).toBeGreaterThanOrEqual(1)
        expect(each.reduce((sum, one) => sum + sealedPartLength(one), 0)).toBe(sealedFileLength(chunks))
      }),
    )
  })
  test("a full one is 1 048 864 bytes, the shortest 65 584", () => {
    expect(sealedPartLength(16)).toBe(1_048_864)
    expect(sealedPartLength(1)).toBe(65_584)
  })
  test("before the first and behind the last there is none", () => {
    for (const part of [-1, 2, 0.5]) expect(() => chunksInPart(20, part)).toThrow(RangeError)
  })
})
