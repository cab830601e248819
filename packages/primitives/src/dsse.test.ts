import { describe, expect, test } from "vitest"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { dsseSign } from "./dsse-sign.ts"
import { dssePayload, dsseVerify, preAuthenticationEncoding } from "./dsse-verify.ts"
import { base64url, fromBase64url, fromUtf8, utf8 } from "./encode.ts"
import { sign, signKeyPair } from "./sign.ts"

const TYPE = "application/vnd.shn.example.v1+json"
const random = seededRandom("dsse")
const keys = signKeyPair(random(32))
const envelope = dsseSign(TYPE, { a: 1, b: "two" }, keys)

describe("a signed statement", () => {
  test("is encoded for signing as the DSSE specification's example", () => {
    const pae = preAuthenticationEncoding("http://example.com/HelloWorld", utf8("hello world"))
    expect(fromUtf8(pae)).toBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world")
  })
  test("is read back by whoever expects its type and knows its key", () => {
    expect(dsseVerify(envelope, TYPE, keys.publicKey)?.json).toEqual({ a: 1, b: "two" })
  })
  test("does not pass as a statement of another type, even when the label outside is changed", () => {
    const other = "application/vnd.shn.other.v1+json"
    expect(dsseVerify(envelope, other, keys.publicKey)).toBeNull()
    expect(dsseVerify({ ...envelope, payloadType: other }, other, keys.publicKey)).toBeNull()
  })
  test("is refused when the label outside is another than the one expected, though what was signed is right", () => {
    const relabelled = { ...envelope, payloadType: "application/vnd.shn.other.v1+json" }
    expect(dsseVerify(relabelled, TYPE, keys.publicKey)).toBeNull()
  })
  test("is refused under another key", () => {
    expect(dsseVerify(envelope, TYPE, signKeyPair(random(32)).publicKey)).toBeNull()
  })
  test("is refused after any one bit of its payload or signature has changed", () => {
    const payload = fromBase64url(envelope.payload) ?? new Uint8Array(0)
    const sig = fromBase64url(envelope.signatures[0].sig) ?? new Uint8Array(0)
    for (let bit = 0; bit < payload.length * 8; bit += 1) {
      const changed = { ...envelope, payload: base64url(flip(payload, bit)) }
      expect(dsseVerify(changed, TYPE, keys.publicKey)).toBeNull()
    }
    for (let bit = 0; bit < 512; bit += 9) {
      const signatures: [{ sig: string }] = [{ sig: base64url(flip(sig, bit)) }]
      expect(dsseVerify({ ...envelope, signatures }, TYPE, keys.publicKey)).toBeNull()
    }
  })
  test("is refused when it was signed in a form that is not canonical, though the signature is right", () => {
    for (const text of [
      '{"b":"two","a":1}',
      '{"a":1,"a":1}',
      '{"a":1.0}',
      ' {"a":1}',
      '{"a":1',
      "\ufeff{}",
    ]) {
      const payload = utf8(text)
      const sig = base64url(sign(preAuthenticationEncoding(TYPE, payload), keys))
      const made = {
        payloadType: TYPE,
        payload: base64url(payload),
        signatures: [{ sig }] as [{ sig: string }],
      }
      expect(dsseVerify(made, TYPE, keys.publicKey)).toBeNull()
      expect(dssePayload(made)).toBeNull()
    }
  })
})

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = bytes.slice()
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return changed
}
