import type { KeyId } from "@shn/domain"
import { type DsseEnvelope, dssePayload } from "@shn/primitives/dsse-verify"
import type { AnsweredRelease } from "./answer.ts"
import { type AgencyStatement, AgencyStatementField, answerDigest } from "./answer-form.ts"
import { inForm, readSigned } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"

/** What is wrong with answers that were delivered. The ones that hold are shown all the same. */
export const ANSWER_FINDINGS = [
  "answer-damaged",
  "answer-forged",
  "answer-of-another-agency",
  "answer-of-another-release",
  "answer-missing",
  "answers-fork",
] as const
export type AnswerFinding = (typeof ANSWER_FINDINGS)[number]

/** An officer as the certified list names them: their agency, and their Ed25519 key (32 bytes). */
export type Officer = { readonly agency: string; readonly signPk: Uint8Array }
export type FindOfficer = (keyId: KeyId) => Officer | undefined

export type AnswerChain = {
  /** The answers that hold, first one first, whatever order they came in. */
  readonly answers: readonly AgencyStatement[]
  /** Each kind of finding once, in the order of `ANSWER_FINDINGS`. */
  readonly findings: readonly AnswerFinding[]
}

/**
 * Puts the answers to one release in the agency's own order and says what does not add up: forged, of another agency or release,
 * left out, or two in one place. The same envelope twice counts once. What was left out at the very end cannot be noticed.
 */
export function readAnswers(
  envelopes: readonly DsseEnvelope[],
  release: AnsweredRelease,
  findOfficer: FindOfficer,
): AnswerChain {
  const findings = new Set<AnswerFinding>()
  const byDigest = new Map<string, AgencyStatement>()
  for (const envelope of envelopes) {
    const read = readAnswer(envelope, release, findOfficer)
    if (typeof read === "string") findings.add(read)
    else byDigest.set(answerDigest(read), read)
  }
  const answers = [...byDigest].sort(([a, one], [b, other]) => one.seq - other.seq || (a < b ? -1 : 1))
  const isFork = answers.some(([, one], at) => answers[at + 1]?.[1].seq === one.seq)
  const isGap = answers.some(([, { seq, prev }]) =>
    prev === null ? seq !== 1 : byDigest.get(prev)?.seq !== seq - 1,
  )
  if (isGap) findings.add("answer-missing")
  if (isFork) findings.add("answers-fork")
  return {
    answers: answers.map(([, statement]) => statement),
    findings: ANSWER_FINDINGS.filter((finding) => findings.has(finding)),
  }
}

function readAnswer(
  envelope: DsseEnvelope,
  release: AnsweredRelease,
  findOfficer: FindOfficer,
): AgencyStatement | AnswerFinding {
  const payload = dssePayload(envelope)
  const claimed = payload === null ? null : inForm(AgencyStatementField, payload.json)
  if (claimed === null) return "answer-damaged"
  const officer = findOfficer(claimed.by)
  const signed =
    officer === undefined
      ? null
      : readSigned(envelope, CONSENT_TYPES.agencyAnswer, AgencyStatementField, officer.signPk)
  if (officer === undefined || signed === null) return "answer-forged"
  const { statement } = signed
  if (statement.agency !== release.agency || officer.agency !== release.agency)
    return "answer-of-another-agency"
  const isOfRelease = statement.releaseId === release.releaseId && statement.consent === release.consent
  return isOfRelease ? statement : "answer-of-another-release"
}
