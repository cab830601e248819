import { createCipheriv } from "node:crypto"
import { describe, expect, test } from "vitest"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { AEAD_OVERHEAD_BYTES, aeadOpen, aeadSeal } from "./aead.ts"
import { concat, fromHex, hex } from "./encode.ts"

const random = seededRandom("aead")
const key = random(32)
const aad = random(20)
const plaintext = random(100)
const bytes = (text: string) => fromHex(text) ?? new Uint8Array(0)

describe("AES-256-GCM", () => {
  test("gives test case 16 of the GCM specification (McGrew and Viega)", async () => {
    const nonce = bytes("cafebabefacedbaddecaf888")
    const sealed = await aeadSeal(
      bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
      bytes(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
      ),
      bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
      () => nonce,
    )
    expect(hex(sealed.slice(12))).toBe(
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b",
    )
  })
  test("agrees with OpenSSL on random inputs", async () => {
    for (const length of [0, 1, 15, 16, 17, 1000]) {
      const content = random(length)
      const sealed = await aeadSeal(key, content, aad, random)
      const theirs = createCipheriv("aes-256-gcm", key, sealed.slice(0, 12)).setAAD(aad)
      const expected = concat(theirs.update(content), theirs.final(), theirs.getAuthTag())
      expect(hex(sealed.slice(12))).toBe(hex(expected))
      expect(sealed).toHaveLength(length + AEAD_OVERHEAD_BYTES)
    }
  })
  test("opens with the right key and the right context only", async () => {
    const sealed = await aeadSeal(key, plaintext, aad, random)
    expect(await aeadOpen(key, sealed, aad)).toEqual(plaintext)
    expect(await aeadOpen(random(32), sealed, aad)).toBeNull()
    expect(await aeadOpen(key, sealed, random(20))).toBeNull()
    expect(await aeadOpen(key, sealed, aad.slice(1))).toBeNull()
  })
  test("does not open after any one bit has changed, nor truncated, extended or swapped in part", async () => {
    const sealed = await aeadSeal(key, plaintext, aad, random)
    const other = await aeadSeal(key, plaintext, aad, random)
    for (let bit = 0; bit < sealed.length * 8; bit += 5) {
      const changed = sealed.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await aeadOpen(key, changed, aad)).toBeNull()
    }
    for (const length of [0, 1, 27, 28, sealed.length - 1]) {
      expect(await aeadOpen(key, sealed.slice(0, length), aad)).toBeNull()
    }
    expect(await aeadOpen(key, concat(sealed, Uint8Array.of(0)), aad)).toBeNull()
    expect(await aeadOpen(key, concat(sealed.slice(0, 12), other.slice(12)), aad)).toBeNull()
  })
  test("a key of another length is a bug", async () => {
    await expect(aeadSeal(key.slice(1), plaintext, aad, random)).rejects.toThrow(RangeError)
    await expect(aeadOpen(key.slice(1), plaintext, aad)).rejects.toThrow(RangeError)
  })
})
