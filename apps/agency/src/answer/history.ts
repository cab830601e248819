import {
  ANSWER_FINDINGS,
  type AnswerChain,
  type AnsweredRelease,
  readAnswers,
  readEnvelope,
} from "@shn/consent"
import { openCopy } from "@shn/evidence"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { fromBase64url } from "@shn/primitives/encode"
import { findOfficerIn, type VerifiedDirectory } from "@shn/sealed"
import type { OpenedRelease } from "@shn/wire"

/**
 * What the agency has said about a release, from the copies sealed to its own inbox: each signature checked, the chain put in order.
 * A copy that does not open, or holds no answer, is a finding; the others are shown all the same.
 * @param identities of the inbox, the newest first
 */
export async function saidSoFar(
  copies: OpenedRelease["answers"],
  identities: readonly string[],
  release: AnsweredRelease,
  directory: VerifiedDirectory,
): Promise<AnswerChain> {
  const opened = await Promise.all(copies.map(({ copy }) => envelopeIn(copy, identities)))
  const envelopes = opened.filter((envelope): envelope is DsseEnvelope => envelope !== null)
  const chain = readAnswers(envelopes, release, findOfficerIn(directory))
  if (envelopes.length === copies.length) return chain
  return {
    ...chain,
    findings: ANSWER_FINDINGS.filter(
      (finding) => finding === "answer-damaged" || chain.findings.includes(finding),
    ),
  }
}

async function envelopeIn(copy: string, identities: readonly string[]): Promise<DsseEnvelope | null> {
  const text = await openCopy(fromBase64url(copy) ?? new Uint8Array(0), identities)
  if (text === null) return null
  try {
    return readEnvelope(JSON.parse(text))
  } catch {
    return null
  }
}
