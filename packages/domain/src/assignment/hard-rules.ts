import type { Day } from "../day.ts"
import type { Credential, PoolMember } from "../expert-profile.ts"
import type { KeyId } from "../ids.ts"
import type { RoutingFacets } from "../routing-facets.ts"
import { isOnLeave, nextOnDuty } from "../service-hours.ts"
import { LANGUAGE_LEVELS, type LanguageLevel, type SpokenLanguage } from "../vocabulary.ts"
import { HARD_RULES, type HardRule, type Relaxation } from "./decision.ts"
import type { AssignmentPolicy } from "./policy.ts"

/** Everything a rule may look at besides the expert. */
export type RuleContext = {
  readonly facets: RoutingFacets
  readonly policy: AssignmentPolicy
  readonly nowMs: number
  readonly offsetMinutes: number
  /** The helpline's own calendar day of `nowMs`. */
  readonly today: Day
  readonly offerDeadlineMs: number | null
  readonly excluded: readonly KeyId[]
  readonly relaxed: readonly Relaxation[]
}

/** Every rule that keeps this expert from this need, in the order of `HARD_RULES`; empty if the pair is allowed. */
export function failedRules(member: PoolMember, context: RuleContext): readonly HardRule[] {
  return HARD_RULES.filter((rule) => !RULES[rule](member, context))
}

/** True if one rule allows the pair. */
export function passes(rule: HardRule, member: PoolMember, context: RuleContext): boolean {
  return RULES[rule](member, context)
}

/** True if `level` is at least `needed`. */
export function isAtLeast(level: LanguageLevel, needed: LanguageLevel): boolean {
  return LANGUAGE_LEVELS.indexOf(level) >= LANGUAGE_LEVELS.indexOf(needed)
}

/**
 * Each shortcoming fails exactly one rule, so that the rule named to a coordinator is the thing to mend: somebody
 * without any credential in the discipline fails `discipline`, not also the two rules on credentials.
 */
const RULES: Readonly<Record<HardRule, (member: PoolMember, context: RuleContext) => boolean>> = {
  discipline: (member, context) => ofDiscipline(member, context).length > 0,

  credential_valid: (member, context) => {
    const held = ofDiscipline(member, context)
    return held.length === 0 || held.some((credential) => isValid(credential, context))
  },

  // A credential that names provinces covers those alone, whatever the discipline.
  credential_province: (member, context) => {
    if (context.relaxed.includes("province")) return true
    const { province } = context.facets
    const held = ofDiscipline(member, context)
    if (province === "any" || held.length === 0) return true
    const valid = held.filter((credential) => isValid(credential, context))
    return (valid.length > 0 ? valid : held).some(
      ({ provinces }) => provinces.length === 0 || provinces.includes(province),
    )
  },

  language_level: (member, { facets, policy, relaxed }) => {
    const needed = policy.languageLevels[facets.discipline][facets.channel]
    if (facets.languages.some((language) => speaks(member, language, needed))) return true
    if (!relaxed.includes("dialect")) return false
    // A neighbouring language already costs understanding; half-knowing it would cost too much.
    const close = facets.languages.flatMap((language) => policy.closeLanguages[language] ?? [])
    return close.some((language) => speaks(member, language, "fluent"))
  },

  gender_must: (member, { facets: { genderWish } }) =>
    genderWish.strength !== "must" || genderWish.gender === member.gender,

  clearance_minors: (member, { facets, policy }) => {
    const isNeeded =
      facets.minor === "yes" ||
      (facets.minor === "unknown" && policy.minorIfUnknown.includes(facets.actFamily))
    return !isNeeded || member.clearances.includes("minors")
  },

  clearance_urgent: (member, { facets }) =>
    !(facets.lane === "P0" || facets.lane === "P1") || member.clearances.includes("urgent"),

  clearance_sexual_violence: (member, { facets, policy }) =>
    !policy.sexualViolence.includes(facets.actFamily) || member.clearances.includes("sexual_violence"),

  channel: (member, { facets }) => member.channels.includes(facets.channel),

  capacity: (member, { facets, policy }) => member.load + policy.laneWeights[facets.lane] <= member.cap,

  new_case_limit: (member, { policy: { newCases } }) =>
    member.load < newCases.freeBelow * member.cap ||
    member.newCases + 1 <= Math.max(newCases.atLeast, Math.floor(member.openCases / newCases.perOpen)),

  on_leave: (member, { today }) => !isOnLeave(member.leave, today),

  // Leave that covers today is the other rule's business; leave that begins before the next duty is this one's.
  on_duty_before_deadline: (member, { nowMs, offsetMinutes, today, offerDeadlineMs }) => {
    if (offerDeadlineMs === null) return false
    const later = member.leave.filter((leave) => !isOnLeave([leave], today))
    const onDutyMs = nextOnDuty({ duty: member.duty, leave: later }, nowMs, offsetMinutes)
    return onDutyMs !== null && onDutyMs < offerDeadlineMs
  },

  // Declined before, or left out by the person or a coordinator.
  excluded: (member, { excluded }) => !excluded.includes(member.keyId),
}

function ofDiscipline(member: PoolMember, { facets }: RuleContext): readonly Credential[] {
  return member.credentials.filter((credential) => credential.discipline === facets.discipline)
}

/** Valid through its last day. */
function isValid(credential: Credential, { today }: RuleContext): boolean {
  return credential.validUntil >= today
}

function speaks(member: PoolMember, language: SpokenLanguage, needed: LanguageLevel): boolean {
  return member.languages.some(({ code, level }) => code === language && isAtLeast(level, needed))
}
