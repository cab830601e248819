import type { PriorityLane, ThreeWay } from "@shn/domain"

/** Why a firm reply is held back, in the order a person should hear it. Each has a card of the kind "gate". */
export const GATE_CONDITIONS = [
  "adult",
  "not_urgent",
  "no_violence",
  "not_close",
  "no_images_or_money",
  "known_person",
  "no_physical_access",
  "no_running_inquiry",
  "evidence_saved",
  "fallback_contact",
  "expert_read",
] as const
export type GateCondition = (typeof GATE_CONDITIONS)[number]

/** What the gate needs to know. Anything missing counts as "unknown", and unknown holds the reply back. */
export type ReplyFacts = {
  readonly isAdult?: ThreeWay
  /** The lane of the case or of the check. Only P2 and P3 pass. */
  readonly lane?: PriorityLane
  /** Partner, former partner, family or the same household. */
  readonly isCloseOrHousehold?: ThreeWay
  readonly hasViolenceOrHonourThreat?: ThreeWay
  readonly hasIntimateImageOrMoneyDemand?: ThreeWay
  /** A person known by name, with a standing to lose; not anonymous, not an organised scammer. */
  readonly isKnownWithStanding?: ThreeWay
  readonly hasPrivatePhysicalAccess?: ThreeWay
  /** An inquiry is running and counsel advises silence. */
  readonly isInquirySilenceAdvised?: ThreeWay
  /** Evidence is saved and its hash is fixed. */
  readonly isEvidenceSaved?: ThreeWay
  readonly hasFallbackContact?: ThreeWay
  /** The person decides over marks, job or pay. Answer an expert reads first and a plan must stand. */
  readonly hasAuthority?: ThreeWay
  readonly hasExpertReadText?: ThreeWay
  readonly hasNonRetaliationPlan?: ThreeWay
}

/** The answer of the gate. Without full and safe knowledge it is "do_not_reply". */
export type GateAnswer =
  | { readonly decision: "do_not_reply"; readonly heldBackBy: readonly [GateCondition, ...GateCondition[]] }
  | { readonly decision: "may_reply"; readonly heldBackBy: readonly []; readonly isExpertRead: boolean }

/**
 * Whether one firm reply may be offered (PRODUCT section 4, ReplyGate). The default is "do not reply": every
 * condition must be known to hold. No answer of this gate is ever sent by the software.
 */
export function replyGate(facts: ReplyFacts): GateAnswer {
  const isMet: Readonly<Record<GateCondition, boolean>> = {
    adult: facts.isAdult === "yes",
    not_urgent: facts.lane === "P2" || facts.lane === "P3",
    no_violence: facts.hasViolenceOrHonourThreat === "no",
    not_close: facts.isCloseOrHousehold === "no",
    no_images_or_money: facts.hasIntimateImageOrMoneyDemand === "no",
    known_person: facts.isKnownWithStanding === "yes",
    no_physical_access: facts.hasPrivatePhysicalAccess === "no",
    no_running_inquiry: facts.isInquirySilenceAdvised === "no",
    evidence_saved: facts.isEvidenceSaved === "yes",
    fallback_contact: facts.hasFallbackContact === "yes",
    expert_read: facts.hasAuthority === "no" || isExpertReady(facts),
  }
  const [first, ...rest] = GATE_CONDITIONS.filter((condition) => !isMet[condition])
  if (first === undefined)
    return { decision: "may_reply", heldBackBy: [], isExpertRead: isExpertReady(facts) }
  return { decision: "do_not_reply", heldBackBy: [first, ...rest] }
}

function isExpertReady(facts: ReplyFacts): boolean {
  return facts.hasExpertReadText === "yes" && facts.hasNonRetaliationPlan === "yes"
}
