import { createCipheriv, createHash, createHmac, hkdfSync } from "node:crypto"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { openWhole, type SealedFile, sealWhole } from "../../../tests/support/sealed-file.ts"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { concat, hex, uint32, utf8 } from "./encode.ts"
import { partsDigest } from "./file-digest.ts"
import { openChunk, openPart, partDigest, sealPart } from "./file-part.ts"
import { FILE_CHUNK_BYTES, FILE_PART_BYTES, SEALED_CHUNK_BYTES, sealedPartLength } from "./file-shape.ts"

const random = seededRandom("file-part")
const fileKey = random(32)
const place = { fileKey, part: 2, parts: 5 }
const last = { fileKey, part: 4, parts: 5 }

// Bytes that differ from block to block, without drawing millions of random ones.
function content(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length)
  const words = new Uint32Array(bytes.buffer, 0, Math.floor(length / 4))
  for (let at = 0, state = seed; at < words.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    words[at] = state
  }
  return bytes
}
const flipped = (bytes: Uint8Array, at: number, bit = 1) => {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ bit
  return changed
}
const same = (a: Uint8Array | null, b: Uint8Array) => a !== null && Buffer.compare(a, b) === 0
const full = content(FILE_PART_BYTES)
const two = content(2 * FILE_CHUNK_BYTES)

// Node's own functions, in the order in which the specification tells it.
function sealedByNode(key: Uint8Array, part: number, parts: number, plain: Uint8Array): Uint8Array {
  const derive = (info: Uint8Array) => new Uint8Array(hkdfSync("sha256", key, new Uint8Array(0), info, 32))
  const chunks = plain.length / 65_536
  const salt = createHmac("sha256", derive(utf8("shn/v1/file-mac")))
    .update(concat(uint32(part), uint32(chunks), uint32(parts)))
    .update(createHash("sha256").update(plain).digest())
    .digest()
  const partKey = derive(concat(utf8("shn/v1/file-part"), uint32(part), salt))
  const boxes = Array.from({ length: chunks }, (_, chunk) => {
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(chunk, 8)
    const cipher = createCipheriv("aes-256-gcm", partKey, nonce)
    const text = cipher.update(plain.subarray(chunk * 65_536, (chunk + 1) * 65_536))
    return concat(text, cipher.final(), cipher.getAuthTag())
  })
  return concat(salt, ...boxes)
}

describe("a sealed part", () => {
  test("is what Node's HKDF, HMAC and AES-GCM make of it in the order of the specification", async () => {
    for (const [where, plain] of [
      [{ fileKey, part: 0, parts: 1 }, new Uint8Array(FILE_CHUNK_BYTES)],
      [place, full],
      [last, two],
      [{ fileKey, part: 70_000, parts: 70_001 }, content(FILE_CHUNK_BYTES)],
    ] as const) {
      const sealed = await sealPart(where, plain)
      expect(same(sealed, sealedByNode(fileKey, where.part, where.parts, plain))).toBe(true)
      expect(hex(await partDigest(sealed))).toBe(createHash("sha256").update(sealed).digest("hex"))
    }
  })
  test("of the same bytes is the same bytes, so that sending it again is harmless", async () => {
    expect(same(await sealPart(place, full), await sealPart({ ...place }, full.slice()))).toBe(true)
  })
  test("never shares its key with other bytes, another place, another length or another file", async () => {
    const salts = new Set<string>()
    const note = async (where: typeof place, plain: Uint8Array) => {
      salts.add(hex((await sealPart(where, plain)).slice(0, 32)))
    }
    await note(last, two)
    await note(last, content(FILE_CHUNK_BYTES))
    await note({ ...last, part: 3, parts: 4 }, two)
    await note({ ...last, part: 5, parts: 6 }, two)
    await note({ ...last, fileKey: random(32) }, two)
    await fc.assert(
      fc.asyncProperty(fc.nat(two.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const before = salts.size
        await note({ ...last, part: 7, parts: 8 }, flipped(two, at, change))
        const again = salts.size
        await note({ ...last, part: 7, parts: 8 }, flipped(two, at, change))
        expect([again - before <= 1, salts.size]).toEqual([true, again])
      }),
      { numRuns: 40 },
    )
    expect(salts.size).toBeGreaterThan(5 + 30)
  })
  test("shows nothing of what two versions of a file have in common: the chunk that stayed looks new", async () => {
    const one = await sealPart(last, two)
    const other = await sealPart(last, flipped(two, 0))
    expect(same(one.slice(-SEALED_CHUNK_BYTES), other.slice(-SEALED_CHUNK_BYTES))).toBe(false)
    const xor = (a: Uint8Array, b: Uint8Array) => a.map((byte, at) => byte ^ (b[at] ?? 0))
    expect(xor(one, other).filter((byte) => byte === 0).length).toBeLessThan(one.length / 100)
  })
  test("opens to its bytes, whole or chunk by chunk", async () => {
    const sealed = await sealPart(place, full)
    expect(same(await openPart(place, 16, sealed), full)).toBe(true)
    for (const chunk of [0, 7, 15]) {
      const opened = await openChunk(place, chunk, sealed)
      const expected = full.slice(chunk * FILE_CHUNK_BYTES, (chunk + 1) * FILE_CHUNK_BYTES)
      expect(same(opened, expected)).toBe(true)
    }
  })
  test("opens from memory that is shared with another thread too", async () => {
    const sealed = await sealPart(last, two)
    const shared = new Uint8Array(new SharedArrayBuffer(sealed.length))
    shared.set(sealed)
    expect(same(await openPart(last, 2, shared), two)).toBe(true)
  })
})

describe("a part is refused", () => {
  test("when any one bit of it was changed", async () => {
    const sealed = await sealPart(last, two)
    const edges = [0, 31, 32, 32 + 65_535, 32 + 65_536, 32 + 65_551, 32 + 65_552, sealed.length - 1]
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...edges), fc.nat(sealed.length - 1)),
        fc.nat(7),
        async (at, bit) => {
          expect(await openPart(last, 2, flipped(sealed, at, 1 << bit))).toBeNull()
        },
      ),
      { numRuns: 150 },
    )
  })
  test("when it was truncated or extended, by a byte or by a chunk, even if the reader was told so", async () => {
    const sealed = await sealPart(last, two)
    const box = sealed.slice(-SEALED_CHUNK_BYTES)
    for (const bytes of [
      new Uint8Array(0),
      sealed.slice(0, 31),
      sealed.slice(0, -1),
      sealed.slice(1),
      concat(sealed, Uint8Array.of(0)),
      concat(sealed, box),
    ]) {
      expect(await openPart(last, 2, bytes)).toBeNull()
    }
    expect(await openPart(last, 1, sealed.slice(0, sealedPartLength(1)))).toBeNull()
    expect(await openPart(last, 3, concat(sealed, box))).toBeNull()
  })
  test("in any other place, number of parts, or file", async () => {
    const sealed = await sealPart(last, two)
    expect(same(await openPart(last, 2, sealed), two)).toBe(true)
    expect(await openPart({ ...last, part: 3, parts: 5 }, 2, sealed)).toBeNull()
    expect(await openPart({ ...last, parts: 6 }, 2, sealed)).toBeNull()
    expect(await openPart({ ...last, fileKey: random(32) }, 2, sealed)).toBeNull()
  })
  test("when its chunks were swapped, doubled, or taken from another part or another version", async () => {
    const sealed = await sealPart(last, two)
    const version = await sealPart(last, flipped(two, 5))
    const elsewhere = await sealPart({ ...last, part: 3, parts: 4 }, two)
    const [salt, first, second] = [
      sealed.slice(0, 32),
      sealed.slice(32, 32 + SEALED_CHUNK_BYTES),
      sealed.slice(-SEALED_CHUNK_BYTES),
    ]
    for (const bytes of [
      concat(salt, second, first),
      concat(salt, first, first),
      concat(salt, first, version.slice(-SEALED_CHUNK_BYTES)),
      concat(salt, first, elsewhere.slice(-SEALED_CHUNK_BYTES)),
      concat(version.slice(0, 32), first, second),
    ]) {
      expect(await openPart(last, 2, bytes)).toBeNull()
    }
    expect(await openChunk(last, 1, concat(salt, second, first))).toBeNull()
    expect(await openChunk({ ...last, part: 3 }, 1, sealed)).toBeNull()
    expect(await openChunk(last, 2, sealed)).toBeNull()
    expect(await openChunk(last, 1, sealed.slice(0, -1))).toBeNull()
  })
  test("when a salt was made up for it by somebody who has no file key, though the chunks would open", async () => {
    // Whoever could choose a part key freely could make one box open under two keys. The salt leaves one alone.
    const salt = random(32)
    const derive = (info: Uint8Array) => {
      return new Uint8Array(hkdfSync("sha256", fileKey, new Uint8Array(0), info, 32))
    }
    const partKey = derive(concat(utf8("shn/v1/file-part"), uint32(4), salt))
    const plain = content(FILE_CHUNK_BYTES)
    const cipher = createCipheriv("aes-256-gcm", partKey, new Uint8Array(12))
    const made = concat(salt, cipher.update(plain), cipher.final(), cipher.getAuthTag())
    expect(same(await openChunk(last, 0, made), plain)).toBe(true)
    expect(await openPart(last, 1, made)).toBeNull()
  })
  test("as a bug, when lengths or places make no sense", async () => {
    const no = async (work: Promise<unknown>) => expect(work).rejects.toThrow(RangeError)
    await no(sealPart(last, two.slice(1)))
    await no(sealPart(last, new Uint8Array(0)))
    await no(sealPart(last, new Uint8Array(17 * FILE_CHUNK_BYTES)))
    await no(sealPart(place, two))
    await no(sealPart({ ...place, part: 5 }, full))
    await no(sealPart({ ...place, part: -1 }, full))
    await no(sealPart({ ...place, fileKey: fileKey.slice(1) }, full))
    await no(openPart(last, 0, two))
    await no(openPart(last, 17, two))
    await no(openChunk(last, 16, full))
  })
})

describe("a whole file", () => {
  const sizes = fc.oneof(
    fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 1_048_575, 1_048_576, 1_048_577),
    fc.nat(2_500_000),
  )
  test("of any size comes back byte for byte", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, seed) => {
        const bytes = content(size, seed)
        const opened = await openWhole(await sealWhole(fileKey, bytes))
        expect(opened instanceof Uint8Array && same(opened, bytes)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
  test("with two parts swapped, one dropped or one more is refused, and its digest is another", async () => {
    const file = await sealWhole(fileKey, content(3 * FILE_PART_BYTES))
    const [a, b, c] = file.sealed as [Uint8Array, Uint8Array, Uint8Array]
    const digest = async (sealed: readonly Uint8Array[]) => {
      return hex(partsDigest(await Promise.all(sealed.map(partDigest))))
    }
    const opened = (sealed: readonly Uint8Array[]): Promise<Uint8Array | number> => {
      const changed: SealedFile = { ...file, sealed }
      return openWhole(changed)
    }
    expect(await opened([b, a, c])).toBe(0)
    expect(await opened([a, c, b])).toBe(1)
    expect(await opened([a, b])).toBe(2)
    expect(await opened([a, b, b])).toBe(2)
    expect(await openWhole({ ...file, chunks: 32, sealed: [a, b] })).toBe(0)
    const digests = await Promise.all([[a, b, c], [b, a, c], [a, b], [a, b, b], []].map(digest))
    expect(new Set(digests).size).toBe(5)
    expect(digests[0]).toBe(hex(file.digest))
  })
  test("its digest is SHA-256 over the label and the parts' digests, and takes nothing of another length", async () => {
    const digests = [random(32), random(32)]
    const expected = createHash("sha256").update("shn/v1/file-parts")
    for (const digest of digests) expected.update(digest)
    expect(hex(partsDigest(digests))).toBe(expected.digest("hex"))
    expect(() => partsDigest([random(32), random(31)])).toThrow(RangeError)
  })
})
