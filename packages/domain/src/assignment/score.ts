import type { PoolMember } from "../expert-profile.ts"
import type { KeyId } from "../ids.ts"
import type { RoutingFacets } from "../routing-facets.ts"
import { type AssignmentPolicy, SCORE_TERMS, type ScoreTerm } from "./policy.ts"

/** 0 to 1 per term; null where the server cannot know it, or the person asked for nothing in particular. */
export type ScoreTerms = Readonly<Record<ScoreTerm, number | null>>

/** What is known about the person's earlier experts; null when it cannot be known, as for an anonymous arrival. */
export type KnownBefore = readonly KeyId[] | null

/**
 * How well an expert suits a need, before prices. Reporters' ratings, sect, ethnicity and marital state are never
 * part of it, and the profile has no field for them.
 */
export function scoreTerms(
  member: PoolMember,
  facets: RoutingFacets,
  knownBefore: KnownBefore,
  policy: AssignmentPolicy,
): ScoreTerms {
  const { actFamily, genderWish, province } = facets
  const isHidden = actFamily === "ask_human"
  return {
    issue: isHidden ? null : (member.skills[actFamily] ?? 0) / 3,
    language: languageTerm(member, facets, policy),
    continuity: knownBefore === null ? null : oneIf(knownBefore.includes(member.keyId)),
    experience: isHidden
      ? null
      : Math.min(member.experience[actFamily] ?? 0, policy.experienceFull) / policy.experienceFull,
    gender: genderWish.strength === "prefer" ? oneIf(genderWish.gender === member.gender) : null,
    reach: province === "any" ? null : oneIf(member.reach.length === 0 || member.reach.includes(province)),
    reliability: member.reliability / 100,
  }
}

/** Points, 0 to 100, rounded to hundredths: unknown terms drop out and the weights of the others are renormalised. */
export function scoreOf(terms: ScoreTerms, policy: AssignmentPolicy): number {
  let sum = 0
  let known = 0
  for (const term of SCORE_TERMS) {
    const value = terms[term]
    if (value === null) continue
    sum += policy.weights[term] * value
    known += policy.weights[term]
  }
  return known === 0 ? 0 : toHundredths((100 * sum) / known)
}

/** Figures are compared and stored as rounded, so that what an auditor reads is what decided. */
export function toHundredths(points: number): number {
  return Math.round(points * 100) / 100
}

/** The best of the person's languages: how well the expert speaks it, less for each later wish. */
function languageTerm(member: PoolMember, facets: RoutingFacets, policy: AssignmentPolicy): number {
  const shares = facets.languages.flatMap((language, wish) =>
    member.languages
      .filter(({ code }) => code === language)
      .map(({ level }) => policy.languageCloseness[level] * policy.laterLanguage ** wish),
  )
  return Math.max(0, ...shares)
}

function oneIf(condition: boolean): number {
  return condition ? 1 : 0
}
