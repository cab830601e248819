import { dsseSign } from "@shn/primitives/dsse-sign"
import { dssePayload, dsseVerify } from "@shn/primitives/dsse-verify"
import type { SignKeyPair } from "@shn/primitives/sign"
import { type Dsse, type OfferAnswer, OfferAnswerField, PAYLOAD_TYPES, v } from "@shn/wire"

/** Signs an answer with the expert's key. */
export function signAnswer(answer: OfferAnswer, keys: SignKeyPair): Dsse {
  return dsseSign(PAYLOAD_TYPES.offerAnswer, answer, keys)
}

/** Reads an answer without checking its signature. @returns null when it is not in the form of one */
export function readAnswer(envelope: Dsse): OfferAnswer | null {
  const payload = dssePayload(envelope)
  const parsed = payload === null ? null : v.safeParse(OfferAnswerField, payload.json)
  return parsed?.success === true ? parsed.output : null
}

/** Whether the answer was signed with this key. @param signPk 32 bytes */
export function isAnswerSignedBy(envelope: Dsse, signPk: Uint8Array): boolean {
  return dsseVerify(envelope, PAYLOAD_TYPES.offerAnswer, signPk) !== null
}
