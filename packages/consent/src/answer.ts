import type { KeyId } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { framed, fromBase64url, utf8 } from "@shn/primitives/encode"
import { hpkeOpen, type KemKeyPair } from "@shn/primitives/hpke-open"
import { hpkeSeal } from "@shn/primitives/hpke-seal"
import { canonicalBytes, parseCanonical } from "@shn/primitives/jcs"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { pad, unpad } from "@shn/primitives/pad"
import type { Random } from "@shn/primitives/random"
import type { SignKeyPair } from "@shn/primitives/sign"
import { type AgencyAnswer, type AgencyStatement, AgencyStatementField, answerDigest } from "./answer-form.ts"
import { inForm, readEnvelope } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { asJson } from "./statement.ts"

/** What an answer is about: the release a package came with. */
export type AnsweredRelease = {
  readonly agency: string
  readonly releaseId: string
  /** Digest of the consent in the package. */
  readonly consent: string
}

/**
 * Writes the agency's next answer.
 * @param earlier the newest answer so far; null for the first
 * @returns null when a part is not in its form, such as an empty diary number
 */
export function answerOf(input: {
  readonly release: AnsweredRelease
  readonly earlier: AgencyStatement | null
  readonly by: KeyId
  readonly nowMs: number
  readonly answer: AgencyAnswer
}): AgencyStatement | null {
  const { release, earlier, by, nowMs, answer } = input
  return inForm(AgencyStatementField, {
    v: 1,
    agency: release.agency,
    releaseId: release.releaseId,
    consent: release.consent,
    seq: (earlier?.seq ?? 0) + 1,
    prev: earlier === null ? null : answerDigest(earlier),
    by,
    at: Math.floor(nowMs / 1000),
    answer: asJson(answer),
  })
}

/** Signs an answer with the officer's key. */
export function signAnswerOfAgency(statement: AgencyStatement, officerKeys: SignKeyPair): DsseEnvelope {
  return dsseSign(CONSENT_TYPES.agencyAnswer, asJson(statement), officerKeys)
}

/**
 * Seals a signed answer to the reply key of the consent, so that the server on the way learns neither the answer nor its length.
 * @returns encapsulated key ‖ ciphertext ‖ tag
 * @throws Error when the reply key is not one (a bug: a parsed consent holds 1216 bytes)
 */
export function sealAnswer(
  envelope: DsseEnvelope,
  to: { readonly reply: string; readonly releaseId: string },
  random: Random,
): Promise<Uint8Array> {
  const { payloadType, payload, signatures } = envelope
  const plaintext = pad(canonicalBytes({ payloadType, payload, signatures: [{ sig: signatures[0].sig }] }))
  const recipientPk = fromBase64url(to.reply)
  if (recipientPk === null) throw new Error("sealAnswer: not a reply key")
  return hpkeSeal({ recipientPk, info: replyInfo(to.releaseId), aad: new Uint8Array(0), plaintext, random })
}

/** Opens what came for a release. @returns null when it was not sealed to this key for this release, or holds no envelope */
export async function openAnswer(
  sealed: Uint8Array,
  keys: KemKeyPair,
  releaseId: string,
): Promise<DsseEnvelope | null> {
  const padded = await hpkeOpen({ keys, info: replyInfo(releaseId), aad: new Uint8Array(0), sealed })
  const content = padded === null ? null : unpad(padded)
  const json = content === null ? undefined : parseCanonical(content)
  return json === undefined ? null : readEnvelope(json)
}

function replyInfo(releaseId: string): Uint8Array {
  return framed(labelBytes(LABELS.reply), utf8(releaseId))
}
