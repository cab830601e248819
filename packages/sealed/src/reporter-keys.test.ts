import { base64url, fromBase64url } from "@shn/primitives/encode"
import { handleBytes, loginBytes, openingBytes } from "@shn/primitives/labels"
import { verify } from "@shn/primitives/verify"
import { beforeAll, describe, expect, test } from "vitest"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { idBytes } from "./identifiers.ts"
import {
  deriveReporterKeys,
  loginAnswer,
  newReceiptSecret,
  openingProof,
  parseReceiptCode,
  publicKeysOf,
  type ReporterKeys,
  receiptCode,
} from "./index.ts"

const random = seededRandom("reporter")
const deploymentId = base64url(random(16))
const secret = newReceiptSecret(random)
const challenge = base64url(random(32))
let keys: ReporterKeys
beforeAll(async () => {
  keys = await deriveReporterKeys(secret, deploymentId)
})
const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array(0)

describe("step 1: receipt", () => {
  test("the code that was written down gives the same case on any device", async () => {
    const written = receiptCode(secret, deploymentId).groups.join(" ")
    const parsed = parseReceiptCode(written, deploymentId)
    const again = await deriveReporterKeys(parsed.ok ? parsed.value : new Uint8Array(11), deploymentId)
    expect(again).toEqual(keys)
  })
  test("another code, or the same code at another helpline, gives a case with nothing in common", async () => {
    const others = [
      await deriveReporterKeys(newReceiptSecret(random), deploymentId),
      await deriveReporterKeys(secret, base64url(random(16))),
    ]
    for (const other of others) {
      expect([other.caseId, other.handle, other.keyId]).not.toContain(keys.caseId)
      expect(other.handle).not.toBe(keys.handle)
    }
  })
  test("the keys for logging in, signing and opening are three different keys", () => {
    const seeds = [keys.auth.seed, keys.sign.seed, keys.kem.seed].map(base64url)
    expect(new Set(seeds).size).toBe(3)
  })
})

describe("step 1: login and opening", () => {
  const origin = "https://help.example.org"
  test("an answer is good for this site, this name and this challenge only", () => {
    const signature = bytes(loginAnswer(keys, origin, challenge))
    const handle = idBytes(keys.handle)
    const check = (site: string, name: Uint8Array, asked: string) =>
      verify(signature, loginBytes(site, name, bytes(asked)), keys.auth.publicKey)
    expect(check(origin, handle, challenge)).toBe(true)
    expect(check("https://evil.example.org", handle, challenge)).toBe(false)
    expect(check(origin, random(16), challenge)).toBe(false)
    expect(check(origin, handle, base64url(random(32)))).toBe(false)
  })
  test("a proof of opening is good for one case and one puzzle, and is no login", () => {
    const proof = bytes(openingProof(keys, origin, challenge))
    const check = (caseId: Uint8Array, asked: string) =>
      verify(proof, openingBytes(origin, caseId, bytes(asked)), keys.auth.publicKey)
    expect(check(idBytes(keys.caseId), challenge)).toBe(true)
    expect(check(random(16), challenge)).toBe(false)
    expect(check(idBytes(keys.caseId), base64url(random(32)))).toBe(false)
    expect(
      verify(proof, loginBytes(origin, idBytes(keys.handle), bytes(challenge)), keys.auth.publicKey),
    ).toBe(false)
  })
  test("the name in use is made from the login key that is shown", () => {
    expect(base64url(handleBytes(bytes(publicKeysOf(keys).authPk)))).toBe(keys.handle)
  })
})
