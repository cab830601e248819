import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core"
import { XWing } from "@hpke/hybridkem-x-wing"
import { describe, expect, test } from "vitest"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { concat, fromHex, hex } from "./encode.ts"
import { hpkeOpen, kemKeyPair } from "./hpke-open.ts"
import { hpkeSeal } from "./hpke-seal.ts"
import { sealTo } from "./seal-to.ts"

const random = seededRandom("hpke")
const bytes = (text: string) => fromHex(text) ?? new Uint8Array(0)
const buffer = (text: string) => new Uint8Array(bytes(text)).buffer
const info = random(80)
const aad = random(10)

// draft-connolly-cfrg-xwing-kem-06, appendix C, first and second vector.
const X_WING = [
  {
    seed: "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26",
    eseed:
      "3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e235b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2",
    ss: "d2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384",
  },
]

describe("X-Wing", () => {
  test.each(X_WING)(
    "gives the shared secret of the draft's vector, from our keys",
    async ({ seed, eseed, ss }) => {
      const pair = await kemKeyPair(bytes(seed))
      const kem = new XWing()
      const recipientPublicKey = await kem.importKey("raw", new Uint8Array(pair.publicKey).buffer, true)
      const encapsulated = await kem.encap({ recipientPublicKey, ekm: buffer(eseed) })
      expect(hex(new Uint8Array(encapsulated.sharedSecret))).toBe(ss)
      const recipientKey = await kem.importKey("raw", buffer(seed), false)
      const opened = await kem.decap({ recipientKey, enc: encapsulated.enc })
      expect(hex(new Uint8Array(opened))).toBe(ss)
    },
  )
  test("a key pair is made from the raw seed, which is not what HPKE's DeriveKeyPair gives", async () => {
    const seed = random(32)
    const kem = new XWing()
    const derived = await kem.deriveKeyPair(new Uint8Array(seed).buffer)
    const theirs = new Uint8Array(await kem.serializePublicKey(derived.publicKey))
    expect((await kemKeyPair(seed)).publicKey).toHaveLength(1216)
    expect(hex((await kemKeyPair(seed)).publicKey)).not.toBe(hex(theirs))
  })
})

test("the HPKE library gives RFC 9180 appendix A.1.1 (X25519, HKDF-SHA256, AES-128-GCM)", async () => {
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  })
  const recipientKey = await suite.kem.importKey(
    "raw",
    buffer("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"),
    false,
  )
  const recipient = await suite.createRecipientContext({
    recipientKey,
    enc: buffer("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
    info: buffer("4f6465206f6e2061204772656369616e2055726e"),
  })
  const opened = await recipient.open(
    buffer("f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a"),
    buffer("436f756e742d30"),
  )
  expect(hex(new Uint8Array(opened))).toBe("4265617574792069732074727574682c20747275746820626561757479")
})

describe("sealing to a public key", () => {
  test("a 32-byte key becomes 1168 bytes and opens for its owner in the same context only", async () => {
    const keys = await kemKeyPair(random(32))
    const plaintext = random(32)
    const sealed = await hpkeSeal({ recipientPk: keys.publicKey, info, aad, plaintext, random })
    expect(sealed).toHaveLength(1168)
    expect(await hpkeOpen({ keys, info, aad, sealed })).toEqual(plaintext)
    expect(await hpkeOpen({ keys: await kemKeyPair(random(32)), info, aad, sealed })).toBeNull()
    expect(await hpkeOpen({ keys, info: random(80), aad, sealed })).toBeNull()
    expect(await hpkeOpen({ keys, info, aad: random(10), sealed })).toBeNull()
  })
  test("does not open after one bit has changed, nor truncated, extended, or with parts of another", async () => {
    const keys = await kemKeyPair(random(32))
    const seal = () =>
      hpkeSeal({ recipientPk: keys.publicKey, info, aad, plaintext: new Uint8Array(32), random })
    const sealed = await seal()
    const other = await seal()
    const open = (bytesToOpen: Uint8Array) => hpkeOpen({ keys, info, aad, sealed: bytesToOpen })
    for (let bit = 0; bit < sealed.length * 8; bit += 331) {
      const changed = sealed.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await open(changed)).toBeNull()
    }
    for (const length of [0, 1119, 1120, 1135, 1136, 1167])
      expect(await open(sealed.slice(0, length))).toBeNull()
    expect(await open(concat(sealed, Uint8Array.of(0)))).toBeNull()
    expect(await open(concat(sealed.slice(0, 1120), other.slice(1120)))).toBeNull()
  })
  test("the same randomness gives the same bytes, other randomness others", async () => {
    const keys = await kemKeyPair(random(32))
    const seal = (seed: string) => sealTo(keys.publicKey, info, new Uint8Array(32), seededRandom(seed))
    expect(await seal("a")).toEqual(await seal("a"))
    expect(await seal("a")).not.toEqual(await seal("b"))
  })
  test("a key of another length is a bug", async () => {
    await expect(sealTo(new Uint8Array(1215), info, aad, random)).rejects.toThrow(RangeError)
    await expect(kemKeyPair(new Uint8Array(31))).rejects.toThrow(RangeError)
  })
})
