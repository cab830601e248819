import type { StaffAct, ThreeWay } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { fromBase64url } from "@shn/primitives/encode"
import { type FindStaff, handOffDigest, type ReadApproval, readApproval } from "./approval.ts"
import type { Disclosure } from "./check.ts"
import { readSigned } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { ReleaseField } from "./release-form.ts"
import { isReleaseOf } from "./sign.ts"
import { readTruth } from "./truth.ts"

/** A second hand-off within this time is unusual enough to ask for the code word again. */
export const CODE_WORD_WINDOW_MS = 7 * 86_400_000

/**
 * Whether the code word that the person and the helpline agreed on in conversation must be asked for, by a human, before this
 * hand-off: at the first one of a case, and at every further one within seven days of another.
 * @param earlierMs when earlier packages of the case left, in milliseconds
 */
export function needsCodeWord(earlierMs: readonly number[], nowMs: number): boolean {
  return earlierMs.length === 0 || earlierMs.some((at) => nowMs - at < CODE_WORD_WINDOW_MS)
}

/** When a signed consent may leave, and how long that still is. The person's own tick "it cannot wait" makes it at once. */
export function coolOff(
  consent: { readonly nbf: number },
  nowMs: number,
): { readonly endsMs: number; readonly leftMs: number } {
  const endsMs = consent.nbf * 1000
  return { endsMs, leftMs: Math.max(0, endsMs - nowMs) }
}

/** Everything that is still missing around a consent that holds. */
export const HAND_OFF_FINDINGS = [
  "release-missing",
  "truth-missing",
  "not-drafted",
  "not-approved",
  "approved-by-drafter",
  "code-word-unchecked",
  "child-protection-missing",
] as const
export type HandOffFinding = (typeof HAND_OFF_FINDINGS)[number]

/** The papers around a consent. Approvals by a key that is not certified, or of another hand-off, count for nothing. */
export type HandOffPapers = {
  readonly disclosure: Disclosure
  readonly release: DsseEnvelope
  readonly truth: DsseEnvelope
  readonly approvals: readonly DsseEnvelope[]
  readonly findStaff: FindStaff
  /** From `needsCodeWord`. */
  readonly codeWord: boolean
  /** Whether the person is under 18. "yes" needs a coordinator for the protection of children. */
  readonly minor: ThreeWay
}

/**
 * Whether a consent that holds may be turned into a package: two people of the staff stand behind it, the person gave their word,
 * the release says the same as the consent.
 * @returns what is missing; nothing when it may go
 */
export function checkHandOff(papers: HandOffPapers): readonly HandOffFinding[] {
  const { disclosure, codeWord, minor } = papers
  const { consent } = disclosure
  const name = handOffDigest(consent)
  const given = papers.approvals.flatMap((envelope) => {
    const read = readApproval(envelope, papers.findStaff)
    return read?.approval.handOff === name ? [read] : []
  })
  const members = (act: StaffAct) => given.filter(({ approval }) => approval.act === act).map(memberOf)
  const drafters = members("drafted")
  const approvers = members("approved")
  const hasSecond = approvers.some((member) => !drafters.includes(member))
  const guards = given
    .filter(
      ({ approval, signer }) => approval.act === "child_protection" && signer.roles.includes("coordinator"),
    )
    .map(memberOf)
  const casePk = fromBase64url(consent.case) ?? new Uint8Array(0)
  const release = readSigned(papers.release, CONSENT_TYPES.release, ReleaseField, casePk)?.statement
  const missing: Readonly<Record<HandOffFinding, boolean>> = {
    "release-missing": release === undefined || !isReleaseOf(release, consent),
    "truth-missing": readTruth(papers.truth, casePk)?.handOff !== name,
    "not-drafted": drafters.length === 0,
    "not-approved": approvers.length === 0,
    "approved-by-drafter": approvers.length > 0 && !hasSecond,
    "code-word-unchecked": codeWord && members("code_word_checked").length === 0,
    "child-protection-missing": minor === "yes" && guards.every((member) => drafters.includes(member)),
  }
  return HAND_OFF_FINDINGS.filter((finding) => missing[finding])
}

function memberOf({ signer }: ReadApproval): string {
  return signer.memberId
}
