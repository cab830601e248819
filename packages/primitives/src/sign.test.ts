import { readFileSync } from "node:fs"
import sodium from "libsodium-wrappers-sumo"
import { beforeAll, describe, expect, test } from "vitest"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { fromHex, hex } from "./encode.ts"
import { sign, signKeyPair } from "./sign.ts"
import { isSoundPublicKey, verify } from "./verify.ts"

beforeAll(() => sodium.ready)

const bytes = (text: string) => fromHex(text) ?? new Uint8Array(0)

// RFC 8032 section 7.1, tests 1 to 3 and "SHA(abc)".
const RFC_8032 = [
  {
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    pk: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    sig: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    pk: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    sig: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  },
  {
    seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    pk: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    sig: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  },
  {
    seed: "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
    pk: "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
    message:
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    sig: "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
  },
]

describe("Ed25519", () => {
  test.each(RFC_8032)("signs and verifies as RFC 8032 (message $message)", ({ seed, pk, message, sig }) => {
    const keys = signKeyPair(bytes(seed))
    expect(hex(keys.publicKey)).toBe(pk)
    expect(hex(sign(bytes(message), keys))).toBe(sig)
    expect(verify(bytes(sig), bytes(message), keys.publicKey)).toBe(true)
  })

  test("agrees with libsodium on keys and signatures for random messages", () => {
    const random = seededRandom("sign")
    for (let length = 0; length < 40; length += 1) {
      const seed = random(32)
      const message = random(length)
      const keys = signKeyPair(seed)
      const theirs = sodium.crypto_sign_seed_keypair(seed)
      expect(keys.publicKey).toEqual(theirs.publicKey)
      expect(sign(message, keys)).toEqual(sodium.crypto_sign_detached(message, theirs.privateKey))
    }
  })

  test("another key, another message, one flipped bit, a shorter or longer signature do not verify", () => {
    const random = seededRandom("flip")
    const keys = signKeyPair(random(32))
    const message = random(50)
    const sig = sign(message, keys)
    expect(verify(sig, message, signKeyPair(random(32)).publicKey)).toBe(false)
    expect(verify(sig, random(50), keys.publicKey)).toBe(false)
    expect(verify(sig.slice(0, 63), message, keys.publicKey)).toBe(false)
    expect(verify(Uint8Array.of(...sig, 0), message, keys.publicKey)).toBe(false)
    for (let bit = 0; bit < 512; bit += 7) {
      const changed = sig.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(verify(changed, message, keys.publicKey)).toBe(false)
    }
  })

  test("a seed of another length is a bug", () => {
    expect(() => signKeyPair(new Uint8Array(31))).toThrow(RangeError)
  })
})

type Wycheproof = {
  readonly publicKey: string
  readonly tests: readonly {
    readonly comment: string
    readonly msg: string
    readonly sig: string
    readonly result: string
  }[]
}
const wycheproof = JSON.parse(
  readFileSync(new URL("../../../vectors/external/wycheproof-ed25519-part.json", import.meta.url), "utf8"),
) as Wycheproof

test.each(wycheproof.tests)("agrees with Wycheproof: $comment is $result", ({ msg, sig, result }) => {
  expect(verify(bytes(sig), bytes(msg), bytes(wycheproof.publicKey))).toBe(result === "valid")
})

// The eight points of small order and their non-canonical encodings (RFC 7748/8032 curve; Chalkias et al., 2020).
const SMALL_ORDER = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  "0100000000000000000000000000000000000000000000000000000000000080",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]

describe("a public key that fits every message", () => {
  test.each(SMALL_ORDER)("of small order or odd form is refused: %s", (key) => {
    expect(isSoundPublicKey(bytes(key))).toBe(false)
    // R = identity, S = 0 verifies under a small-order key in permissive libraries.
    const sig = bytes(`${"01".padEnd(64, "0")}${"0".repeat(64)}`)
    expect(verify(sig, new Uint8Array(0), bytes(key))).toBe(false)
  })

  test("of mixed order is refused: a sound key plus a point of order eight", async () => {
    const { ed25519 } = await import("@noble/curves/ed25519.js")
    const sound = ed25519.Point.fromBytes(signKeyPair(seededRandom("mixed")(32)).publicKey)
    const torsion = ed25519.Point.fromBytes(bytes(SMALL_ORDER[6] ?? ""), true)
    expect(isSoundPublicKey(sound.toBytes())).toBe(true)
    expect(isSoundPublicKey(sound.add(torsion).toBytes())).toBe(false)
  })
})
