import { dsseSign } from "@shn/primitives/dsse-sign"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { signKeyPair } from "@shn/primitives/sign"
import { PAYLOAD_TYPES } from "@shn/wire"
import { expect, test } from "vitest"
import { statementOf } from "./statement.ts"

const keys = signKeyPair(new Uint8Array(32).fill(5))
const signed = dsseSign(PAYLOAD_TYPES.roster, { v: 1, word: "yes" }, keys)

function flipped(text: string, at: number): string {
  const bytes = fromBase64url(text) ?? new Uint8Array(0)
  return base64url(bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)))
}

test("a statement counts with the right key and type, word for word", () => {
  expect(statementOf(signed, PAYLOAD_TYPES.roster, keys.publicKey)?.json).toEqual({ v: 1, word: "yes" })
})

test("a statement with another key, another type, or one bit changed anywhere does not count", () => {
  const [{ sig }] = signed.signatures
  expect(statementOf(signed, PAYLOAD_TYPES.roster, signKeyPair(new Uint8Array(32)).publicKey)).toBeNull()
  expect(statementOf(signed, PAYLOAD_TYPES.offerAnswer, keys.publicKey)).toBeNull()
  const retyped = { ...signed, payloadType: PAYLOAD_TYPES.offerAnswer }
  expect(statementOf(retyped, PAYLOAD_TYPES.offerAnswer, keys.publicKey)).toBeNull()
  for (let at = 0; at < 64; at += 1) {
    const bad: typeof signed = { ...signed, signatures: [{ sig: flipped(sig, at) }] }
    expect(statementOf(bad, PAYLOAD_TYPES.roster, keys.publicKey)).toBeNull()
  }
  expect(
    statementOf({ ...signed, payload: flipped(signed.payload, 12) }, PAYLOAD_TYPES.roster, keys.publicKey),
  ).toBeNull()
  for (const wrong of ["", sig.slice(4), `${sig}AAAA`, "*"]) {
    const bad: typeof signed = { ...signed, signatures: [{ sig: wrong }] }
    expect(statementOf(bad, PAYLOAD_TYPES.roster, keys.publicKey)).toBeNull()
  }
})
