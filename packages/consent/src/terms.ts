import {
  type BlockableAct,
  type Boundary,
  type ConsentPurpose,
  checkBoundaries,
  type ExclusionReason,
  isIdentifyingCode,
  LIMIT_EXCLUDES,
  type LimitCode,
  limitsOf,
  PURPOSE_ACTS,
} from "@shn/domain"
import type { ConsentTerms } from "./statement.ts"

/** Why these terms contradict each other or a boundary, in codes that a screen turns into a sentence. */
export type Contradiction =
  | { readonly code: "boundary"; readonly by: Boundary; readonly act: BlockableAct }
  | { readonly code: "boundaries-exclude-each-other"; readonly because: ExclusionReason }
  | { readonly code: "anonymous-with-identity"; readonly fields: readonly string[] }
  | { readonly code: "named-without-identity" }
  | { readonly code: "limit-against-purpose"; readonly limit: LimitCode; readonly purpose: ConsentPurpose }
  | { readonly code: "limit-against-identity" }
  | { readonly code: "limit-missing"; readonly limit: LimitCode }
  | { readonly code: "first-after-another" }
  | { readonly code: "over-before-it-begins" }
  | { readonly code: "lives-too-long" }
  | { readonly code: "no-time-to-think" }

/** Longest life of a consent in seconds: after a year the person is asked again. */
export const CONSENT_MAX_SECONDS = 366 * 86_400

/** Seconds between signing and the first day it may leave, so that a change of mind needs no reason. */
export const COOL_OFF_SECONDS = 24 * 3600

/** What the rules of a consent are about: no key and no text. */
export type JudgedTerms = Pick<
  ConsentTerms,
  | "purpose"
  | "identity"
  | "fields"
  | "limits"
  | "boundaries"
  | "at"
  | "urgent"
  | "nbf"
  | "exp"
  | "seq"
  | "prev"
>

/** Everything in the terms that cannot stand together. The same rules build a consent and refuse one. */
export function contradictionsOf(terms: JudgedTerms): readonly Contradiction[] {
  return [
    ...againstBoundaries(terms),
    ...againstIdentity(terms),
    ...againstLimits(terms),
    ...againstTime(terms),
  ]
}

function againstBoundaries({ boundaries, purpose, identity }: JudgedTerms): readonly Contradiction[] {
  const acts = purpose.flatMap((code) => PURPOSE_ACTS[code])
  const asked = identity === "named" ? [...acts, "identity_fields" as const] : acts
  const { blocked, contradictions } = checkBoundaries(boundaries, [...new Set(asked)])
  return [
    ...blocked.map(({ act, by }) => ({ code: "boundary", by, act }) as const),
    ...contradictions.map((because) => ({ code: "boundaries-exclude-each-other", because }) as const),
  ]
}

function againstIdentity({ identity, fields }: JudgedTerms): readonly Contradiction[] {
  const telling = fields.filter(isIdentifyingCode)
  if (identity === "anonymous") {
    return telling.length === 0 ? [] : [{ code: "anonymous-with-identity", fields: telling }]
  }
  return telling.length > 0 ? [] : [{ code: "named-without-identity" }]
}

function againstLimits({ limits, purpose, boundaries, identity }: JudgedTerms): readonly Contradiction[] {
  const excluded = limits.flatMap((limit) =>
    purpose
      .filter((code) => LIMIT_EXCLUDES[limit].includes(code))
      .map((code) => ({ code: "limit-against-purpose", limit, purpose: code }) as const),
  )
  const needed = requiredLimits(boundaries, identity)
  const missing = needed.filter((limit) => !limits.includes(limit))
  const isNamedAndHidden = identity === "named" && limits.includes("no-identity")
  return [
    ...excluded,
    ...missing.map((limit) => ({ code: "limit-missing", limit }) as const),
    ...(isNamedAndHidden ? [{ code: "limit-against-identity" } as const] : []),
  ]
}

/** The limits that boundaries and an anonymous consent bring along, whether or not anybody ticks them. */
export function requiredLimits(
  boundaries: readonly Boundary[],
  identity: ConsentTerms["identity"],
): readonly LimitCode[] {
  return limitsOf(
    identity === "anonymous" && !boundaries.includes("anonymous") ? [...boundaries, "anonymous"] : boundaries,
  )
}

function againstTime({ at, urgent, nbf, exp, seq, prev }: JudgedTerms): readonly Contradiction[] {
  const found: Contradiction[] = []
  if ((seq === 1) !== (prev === null)) found.push({ code: "first-after-another" })
  if (exp <= nbf) found.push({ code: "over-before-it-begins" })
  if (exp - at > CONSENT_MAX_SECONDS) found.push({ code: "lives-too-long" })
  if (nbf < at + (urgent ? 0 : COOL_OFF_SECONDS)) found.push({ code: "no-time-to-think" })
  return found
}
