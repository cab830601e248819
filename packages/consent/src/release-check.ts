import type { CaseId, Day } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { readSigned } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { type Release, ReleaseField, readRelease } from "./release-form.ts"
import { isTakenBackBy, readRevocation } from "./revocation.ts"

/** Everything that makes a release worthless, in the order of checking. */
export const RELEASE_FINDINGS = [
  "not-a-release",
  "bad-signature",
  "other-case",
  "other-agency",
  "other-agency-key",
  "not-yet-valid",
  "expired",
  "replayed",
  "used-up",
  "superseded",
  "number-taken",
  "revoked",
] as const
export type ReleaseFinding = (typeof RELEASE_FINDINGS)[number]

/** What the server knows when a package is handed in. */
export type ReleaseContext = {
  readonly caseId: CaseId
  /** Ed25519 public key of that case, 32 bytes. */
  readonly casePk: Uint8Array
  /** The inbox that would get the package, as the list of staff and agencies names it today. */
  readonly agency: { readonly id: string; readonly key: string }
  readonly today: Day
  /** Other releases of the case; without this one, if it is stored already. */
  readonly others: readonly Release[]
  /** Packages already sent under the same consent digest, whatever release they came with. */
  readonly used: number
  /** Revocations of the case, as they were handed in. */
  readonly revocations: readonly DsseEnvelope[]
}

export type CheckedRelease =
  | { readonly ok: true; readonly release: Release }
  | { readonly ok: false; readonly findings: readonly ReleaseFinding[] }

/**
 * What the server can know about a hand-off: signature, case, agency, key, days, uses, number, revocation. It cannot check
 * the content, and says so; reporter, desk and agency check that against the consent, which the server never has.
 */
export function checkRelease(envelope: DsseEnvelope, context: ReleaseContext): CheckedRelease {
  if (readRelease(envelope) === null) return { ok: false, findings: ["not-a-release"] }
  const signed = readSigned(envelope, CONSENT_TYPES.release, ReleaseField, context.casePk)
  if (signed === null) return { ok: false, findings: ["bad-signature"] }
  const release = signed.statement
  const findings = RELEASE_FINDINGS.filter((finding) => JUDGES[finding]?.(release, context) ?? false)
  return findings.length === 0 ? { ok: true, release } : { ok: false, findings }
}

type Judge = (release: Release, context: ReleaseContext) => boolean

const JUDGES: Readonly<Partial<Record<ReleaseFinding, Judge>>> = {
  "other-case": ({ caseId }, context) => caseId !== context.caseId,
  "other-agency": ({ agencyId }, { agency }) => agencyId !== agency.id,
  "other-agency-key": ({ agencyKey }, { agency }) => agencyKey !== agency.key,
  "not-yet-valid": ({ nbfDay }, { today }) => today < nbfDay,
  expired: ({ expDay }, { today }) => today > expDay,
  replayed: ({ releaseId }, { others }) => others.some((other) => other.releaseId === releaseId),
  "used-up": ({ uses }, { used }) => used >= uses,
  superseded: ({ agencyId, seq }, { others }) =>
    others.some((other) => other.agencyId === agencyId && other.seq > seq),
  "number-taken": ({ seq, consentDigest }, { others }) =>
    others.some((other) => other.seq === seq && other.consentDigest !== consentDigest),
  revoked: ({ consentDigest, seq }, { casePk, caseId, revocations }) =>
    revocations.some((envelope) => {
      const revocation = readRevocation(envelope, casePk)
      return revocation?.caseId === caseId && isTakenBackBy(revocation, consentDigest, seq)
    }),
}
