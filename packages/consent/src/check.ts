import type { Boundary } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import { readSigned } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { render } from "./render.ts"
import { isTakenBackBy, readRevocation } from "./revocation.ts"
import {
  type Consent,
  ConsentField,
  consentDigest,
  localeOf,
  readConsent,
  type View,
  viewDigest,
} from "./statement.ts"
import { contradictionsOf } from "./terms.ts"

declare const live: unique symbol

/** Everything that stops a hand-off, in the order of checking. Each has a sentence on every screen that checks. */
export const CONSENT_FINDINGS = [
  "not-a-consent",
  "bad-signature",
  "other-case",
  "contradiction",
  "boundary-since",
  "text-differs",
  "other-agency",
  "other-agency-name",
  "other-agency-key",
  "not-yet-valid",
  "expired",
  "used-up",
  "superseded",
  "number-taken",
  "revocations-stale",
  "revoked",
  "field-outside",
  "field-missing",
  "view-changed",
  "file-outside",
  "file-missing",
  "file-changed",
] as const
export type ConsentFinding = (typeof CONSENT_FINDINGS)[number]

/** Revocations older than this could hide one: no hand-off and no opening without a younger list. */
export const REVOCATIONS_MAX_AGE_MS = 24 * 3_600_000

/** The agency as the reader of the consent knows it, not as the consent says. */
export type KnownAgency = {
  readonly id: string
  readonly inbox: string
  /** SHA-256 of the inbox's age recipient string, as certified today. */
  readonly key: string
  /** Its name in every language of the registry. */
  readonly names: readonly string[]
}

/** What is about to leave, or was found in a package. */
export type Leaving = {
  readonly view: View
  /** `sha256` measured from the bytes, base64url. */
  readonly files: readonly { readonly id: string; readonly sha256: string }[]
}

export type CheckContext = {
  /** Ed25519 public key of the case, 32 bytes. */
  readonly casePk: Uint8Array
  readonly agency: KnownAgency
  readonly nowMs: number
  /** Signed revocations and the moment their list was true; null when there is none. */
  readonly revocations: { readonly asOfMs: number; readonly envelopes: readonly DsseEnvelope[] } | null
  /** Packages already sent under this consent. */
  readonly used: number
  /** The newest consent of this case for this agency that the reader knows of; null when it is this one. */
  readonly latest: { readonly seq: number; readonly digest: string } | null
  /** The person's switches now; null where they are not known, at the agency. */
  readonly boundaries: readonly Boundary[] | null
  readonly leaving: Leaving
}

/**
 * Leave to hand these fields and files, and nothing else, to this agency, at this moment. Made only by `check`: whatever builds
 * a package takes one, so that no package exists without a consent that held when it was built.
 */
export type Disclosure = {
  readonly [live]: true
  readonly consent: Consent
  /** The consent as it was signed: it goes along. */
  readonly envelope: DsseEnvelope
  readonly digest: string
  readonly view: View
  readonly files: readonly { readonly id: string; readonly sha256: string; readonly label: string }[]
  readonly checkedAtMs: number
}

export type Checked =
  | { readonly ok: true; readonly disclosure: Disclosure }
  | { readonly ok: false; readonly findings: readonly ConsentFinding[] }

/**
 * The one check of a consent, the same for the person's phone, for the desk before it builds a package and for the agency when it
 * opens one. It reads no clock, no file and no network.
 */
export function check(envelope: DsseEnvelope, context: CheckContext): Checked {
  const claimed = readConsent(envelope)
  if (claimed === null) return { ok: false, findings: ["not-a-consent"] }
  const isOtherCase = claimed.case !== base64url(context.casePk)
  const signed = readSigned(envelope, CONSENT_TYPES.consent, ConsentField, context.casePk)
  // What nobody signed is not looked at any further.
  if (signed === null)
    return { ok: false, findings: ["bad-signature", ...(isOtherCase ? (["other-case"] as const) : [])] }
  const consent = signed.statement
  const findings = CONSENT_FINDINGS.filter((finding) => JUDGES[finding]?.(consent, context) ?? false)
  return findings.length === 0
    ? { ok: true, disclosure: disclose(consent, envelope, context) }
    : { ok: false, findings }
}

/**
 * The same look at a consent that is not signed yet, on the phone of the person who is asked. That it does not hold before its first
 * day, and what was taken back before, say nothing yet.
 */
export function checkBeforeSigning(
  consent: Consent,
  context: Omit<CheckContext, "revocations">,
): readonly ConsentFinding[] {
  const early: readonly ConsentFinding[] = ["not-yet-valid", "revocations-stale", "revoked"]
  return CONSENT_FINDINGS.filter(
    (finding) =>
      !early.includes(finding) && (JUDGES[finding]?.(consent, { ...context, revocations: null }) ?? false),
  )
}

function disclose(consent: Consent, envelope: DsseEnvelope, { leaving, nowMs }: CheckContext): Disclosure {
  // A copy that nobody can add to: what was checked is what is packed.
  const files = consent.evidence.map(({ id, sha256, label }) => Object.freeze({ id, sha256, label }))
  return Object.freeze({
    consent,
    envelope,
    digest: consentDigest(consent),
    view: Object.freeze({ ...leaving.view }),
    files: Object.freeze(files),
    checkedAtMs: nowMs,
  }) as unknown as Disclosure
}

type Judge = (consent: Consent, context: CheckContext) => boolean

const JUDGES: Readonly<Partial<Record<ConsentFinding, Judge>>> = {
  "other-case": (consent, { casePk }) => consent.case !== base64url(casePk),
  contradiction: (consent) => contradictionsOf(consent).length > 0,
  "boundary-since": (consent, { boundaries }) =>
    boundaries !== null && contradictionsOf({ ...consent, boundaries: [...boundaries] }).length > 0,
  "text-differs": (consent) => consent.text !== render(consent, localeOf(consent.tpl)),
  "other-agency": ({ to }, { agency }) => to.id !== agency.id || to.inbox !== agency.inbox,
  "other-agency-name": ({ to }, { agency }) => !agency.names.includes(to.name),
  "other-agency-key": ({ to }, { agency }) => to.key !== agency.key,
  "not-yet-valid": ({ nbf }, { nowMs }) => nowMs < nbf * 1000,
  expired: ({ exp }, { nowMs }) => nowMs >= exp * 1000,
  "used-up": ({ uses }, { used }) => used >= uses,
  superseded: ({ seq }, { latest }) => latest !== null && latest.seq > seq,
  "number-taken": (consent, { latest }) =>
    latest !== null && latest.seq === consent.seq && latest.digest !== consentDigest(consent),
  "revocations-stale": (_, { revocations, nowMs }) =>
    // A list from the future is no younger than one from the past: either way nobody can tell what it leaves out.
    revocations === null || Math.abs(nowMs - revocations.asOfMs) >= REVOCATIONS_MAX_AGE_MS,
  revoked: (consent, { revocations, casePk }) =>
    (revocations?.envelopes ?? []).some((envelope) => {
      const revocation = readRevocation(envelope, casePk)
      return revocation !== null && isTakenBackBy(revocation, consentDigest(consent), consent.seq)
    }),
  "field-outside": ({ fields }, { leaving }) =>
    Object.keys(leaving.view).some((code) => !fields.includes(code)),
  "field-missing": ({ fields }, { leaving }) => fields.some((code) => !Object.hasOwn(leaving.view, code)),
  "view-changed": ({ view }, { leaving }) => viewDigest(leaving.view) !== view,
  "file-outside": ({ evidence }, { leaving }) =>
    leaving.files.some((file, at) => isTwice(leaving, at) || evidence.every(({ id }) => id !== file.id)),
  "file-missing": ({ evidence }, { leaving }) =>
    evidence.some(({ id }) => leaving.files.every((file) => file.id !== id)),
  "file-changed": ({ evidence }, { leaving }) =>
    leaving.files.some((file) => evidence.some(({ id, sha256 }) => id === file.id && sha256 !== file.sha256)),
}

function isTwice({ files }: Leaving, at: number): boolean {
  return files.findIndex((file) => file.id === files[at]?.id) !== at
}
