import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import type { KemKeyPair } from "@shn/primitives/hpke-open"
import { type AnsweredRelease, openAnswer } from "./answer.ts"
import { ANSWER_FINDINGS, type AnswerChain, type FindOfficer, readAnswers } from "./answer-chain.ts"

/**
 * Opens and reads everything that a server hands out as the answers to one release. One that does not open with the reply key of
 * the consent, for this very release, is damaged: the server may have put another release's there.
 * @param sealed in any order @param keys reply key pair of the consent
 */
export async function readSealedAnswers(
  sealed: readonly Uint8Array[],
  keys: KemKeyPair,
  release: AnsweredRelease,
  findOfficer: FindOfficer,
): Promise<AnswerChain> {
  const opened = await Promise.all(sealed.map((bytes) => openAnswer(bytes, keys, release.releaseId)))
  const envelopes = opened.filter((envelope): envelope is DsseEnvelope => envelope !== null)
  const chain = readAnswers(envelopes, release, findOfficer)
  if (envelopes.length === sealed.length) return chain
  const findings = ANSWER_FINDINGS.filter(
    (finding) => finding === "answer-damaged" || chain.findings.includes(finding),
  )
  return { ...chain, findings }
}
