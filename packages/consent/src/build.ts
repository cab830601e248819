import {
  addDays,
  type Boundary,
  type ConsentPurpose,
  type Day,
  hasBrokenLetters,
  hasUnseen,
  isIdentifyingCode,
  type LimitCode,
  type Locale,
} from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import type { SignKeyPair } from "@shn/primitives/sign"
import { inForm, risingSet } from "./form.ts"
import { CONSENT_TYPES } from "./payload-types.ts"
import { render } from "./render.ts"
import {
  asJson,
  type Consent,
  type ConsentedFile,
  ConsentField,
  type ConsentTerms,
  ConsentTermsField,
  templateOf,
  type View,
  viewDigest,
} from "./statement.ts"
import { COOL_OFF_SECONDS, type Contradiction, contradictionsOf, requiredLimits } from "./terms.ts"

/** What a consent is built from. Lists in any order; limits that the boundaries bring along need not be named. */
export type ConsentDraft = {
  /** Ed25519 public key of the case, 32 bytes. */
  readonly casePk: Uint8Array
  /** The case's newest consent, whoever it was for; null for the first. */
  readonly previous: { readonly seq: number; readonly digest: string } | null
  readonly to: Consent["to"]
  /** Whether the agency's form is refused without a name: from the registry. */
  readonly agencyNeedsName: boolean
  readonly purpose: readonly ConsentPurpose[]
  readonly identity: Consent["identity"]
  readonly view: View
  readonly evidence: readonly ConsentedFile[]
  readonly limits: readonly LimitCode[]
  readonly boundaries: readonly Boundary[]
  /** Now, by the person's clock, in milliseconds. */
  readonly atMs: number
  /**
   * Now, by the server's clock, in milliseconds; null or left out where it is not known. The time to think counts from the later of
   * the two: with a clock that is a day behind it would be over before it began.
   */
  readonly serverMs?: number | null
  readonly urgent: boolean
  /** The last day on which it may be used. */
  readonly lastDay: Day
  readonly uses: number
  /** X-Wing public key for the answers, 1216 bytes; its seed stays in the sealed case. */
  readonly replyPk: Uint8Array
  readonly locale: Locale
}

/** Why a consent cannot be built. "malformed": something that no rule explains, such as a label with a line break. */
export type ConsentStop =
  | Contradiction
  | { readonly code: "agency-needs-name" }
  | { readonly code: "malformed" }

export type BuiltConsent =
  | { readonly ok: true; readonly consent: Consent }
  | { readonly ok: false; readonly stops: readonly ConsentStop[] }

/**
 * Builds what the person will sign, or says everything that stops it. A consent that contradicts itself or a boundary cannot
 * be built; the only way past a boundary is that the person lifts it.
 */
export function buildConsent(draft: ConsentDraft, random: Random): BuiltConsent {
  // Words that turn round or hide others would be signed as something else than what was read.
  const isReadable = (words: string) => !hasUnseen(words) && !hasBrokenLetters(words)
  if (!Object.values(draft.view).every(isReadable)) return { ok: false, stops: [{ code: "malformed" }] }
  const terms = termsOf(draft, random)
  const stops: ConsentStop[] = [...contradictionsOf(terms)]
  if (draft.agencyNeedsName && draft.identity === "anonymous") stops.push({ code: "agency-needs-name" })
  if (stops.length > 0) return { ok: false, stops }
  if (inForm(ConsentTermsField, asJson(terms)) === null) return { ok: false, stops: [{ code: "malformed" }] }
  const consent = { ...terms, tpl: templateOf(draft.locale), text: render(terms, draft.locale) }
  // A list of long labels can make the text longer than a consent may be.
  return inForm(ConsentField, asJson(consent)) === null
    ? { ok: false, stops: [{ code: "malformed" }] }
    : { ok: true, consent }
}

/** Whether these fields can only go under the person's name: asked before a draft is shown. */
export function identifyingCodes(view: View): readonly string[] {
  return risingSet(Object.keys(view).filter(isIdentifyingCode))
}

/** Signs a consent with the case key. @throws Error when the key is another case's (a bug) */
export function signConsent(consent: Consent, caseKeys: SignKeyPair): DsseEnvelope {
  if (consent.case !== base64url(caseKeys.publicKey)) throw new Error("signConsent: the key of another case")
  return dsseSign(CONSENT_TYPES.consent, asJson(consent), caseKeys)
}

function termsOf(draft: ConsentDraft, random: Random): ConsentTerms {
  const at = Math.floor(draft.atMs / 1000)
  const thinkFrom = Math.max(at, Math.floor((draft.serverMs ?? 0) / 1000))
  const byId = [...draft.evidence].sort((one, other) => (one.id < other.id ? -1 : 1))
  return {
    v: 1,
    id: randomUuidV4(random),
    case: base64url(draft.casePk),
    seq: (draft.previous?.seq ?? 0) + 1,
    prev: draft.previous?.digest ?? null,
    to: draft.to,
    purpose: risingSet(draft.purpose),
    identity: draft.identity,
    fields: risingSet(Object.keys(draft.view)),
    view: viewDigest(draft.view),
    evidence: byId.map(({ id, sha256, label }) => ({ id, sha256, label })),
    limits: risingSet([...draft.limits, ...requiredLimits(draft.boundaries, draft.identity)]),
    boundaries: risingSet(draft.boundaries),
    at,
    urgent: draft.urgent,
    nbf: draft.urgent ? at : thinkFrom + COOL_OFF_SECONDS,
    exp: Date.parse(`${addDays(draft.lastDay, 1)}T00:00:00Z`) / 1000,
    uses: draft.uses,
    reply: base64url(draft.replyPk),
    salt: base64url(random(32)),
  }
}
