import type { PoolMember } from "../expert-profile.ts"
import { nextOnDuty } from "../service-hours.ts"
import { PERSON_REASONS, type PersonReason } from "./decision.ts"
import { passes, type RuleContext } from "./hard-rules.ts"
import type { KnownBefore } from "./score.ts"

/** Skill from which we say "knows this kind of thing": good, of none, some, good, deep. */
const GOOD_SKILL = 2
/** Closed cases of the kind from which we say so without the skill: fewer may be chance. */
const SOME_CASES = 3

/**
 * Why this expert, in codes that become warm sentences for the person. Only what is true and kind to hear:
 * points, prices and other experts' shortcomings are for the coordinator.
 * @returns codes in the order of `PERSON_REASONS`.
 */
export function personReasons(
  member: PoolMember,
  knownBefore: KnownBefore,
  context: RuleContext,
): readonly PersonReason[] {
  return PERSON_REASONS.filter((reason) => HOLDS[reason](member, context, knownBefore))
}

type Holds = (member: PoolMember, context: RuleContext, knownBefore: KnownBefore) => boolean

const HOLDS: Readonly<Record<PersonReason, Holds>> = {
  knows_you: (member, _, knownBefore) => knownBefore?.includes(member.keyId) === true,
  gender_as_asked: (member, { facets: { genderWish } }) =>
    genderWish.strength !== "any" && genderWish.gender === member.gender,
  speaks_language: (member, context) => passes("language_level", member, asAsked(context)),
  speaks_close_language: (member, context) => !passes("language_level", member, asAsked(context)),
  knows_this_kind: (member, { facets: { actFamily } }) =>
    actFamily !== "ask_human" &&
    ((member.skills[actFamily] ?? 0) >= GOOD_SKILL || (member.experience[actFamily] ?? 0) >= SOME_CASES),
  trained_for_young_people: (member, { facets }) =>
    facets.minor === "yes" && member.clearances.includes("minors"),
  free_now: (member, context) => isFreeNow(member, context),
  free_before_deadline: (member, context) => !isFreeNow(member, context),
  reaches_province: (member, context) => {
    const { province } = context.facets
    const isCovered = passes("credential_province", member, asAsked(context))
    return province !== "any" && isCovered && (member.reach.length === 0 || member.reach.includes(province))
  },
  other_province: (member, context) => !passes("credential_province", member, asAsked(context)),
}

/** The need before anything was given up. */
function asAsked(context: RuleContext): RuleContext {
  return { ...context, relaxed: [] }
}

function isFreeNow(member: PoolMember, { nowMs, offsetMinutes }: RuleContext): boolean {
  return nextOnDuty(member, nowMs, offsetMinutes) === nowMs
}
