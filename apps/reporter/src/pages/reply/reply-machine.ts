import type { ThreeWay } from "@shn/domain"
import {
  GATE_CONDITIONS,
  type GateAnswer,
  type GateCondition,
  type ReplyFacts,
  replyGate,
} from "@shn/guidance"

/** A question of the gate; the last condition asks up to three. */
export type ReplyQuestion = GateCondition | "expert" | "plan"
export type ReplyAnswers = { readonly [Q in ReplyQuestion]?: ThreeWay }

/** What the person needs to see now: one more question, why not to reply, or that one message can be safe. */
export type ReplyScreen =
  | { readonly show: "question"; readonly question: ReplyQuestion }
  | { readonly show: "held_back"; readonly by: GateCondition }
  | { readonly show: "open"; readonly gate: Extract<GateAnswer, { decision: "may_reply" }> }

/**
 * Asks the conditions one by one and stops at the first that does not hold: nobody answers ten questions to hear
 * "no". The gate itself decides; a question not reached counts as unknown, and unknown holds the reply back.
 */
export function replyScreen(answers: ReplyAnswers): ReplyScreen {
  const gate = replyGate(factsOf(answers))
  if (gate.decision === "may_reply") return { show: "open", gate }
  const open = questionsOf(answers).find((question) => answers[question] === undefined)
  const isReached = (condition: GateCondition) =>
    questionsOf(answers, condition).every((question) => answers[question] !== undefined)
  const failed = gate.heldBackBy.find(isReached)
  if (failed !== undefined) return { show: "held_back", by: failed }
  return open === undefined
    ? { show: "held_back", by: gate.heldBackBy[0] }
    : { show: "question", question: open }
}

/** The questions of one condition, or of all. */
function questionsOf(answers: ReplyAnswers, only?: GateCondition): readonly ReplyQuestion[] {
  const conditions = only === undefined ? GATE_CONDITIONS : [only]
  return conditions.flatMap((condition): readonly ReplyQuestion[] =>
    condition === "expert_read" && answers.expert_read !== undefined && answers.expert_read !== "no"
      ? [condition, "expert", "plan"]
      : [condition],
  )
}

function factsOf(answers: ReplyAnswers): ReplyFacts {
  const facts: { -readonly [K in keyof ReplyFacts]: ReplyFacts[K] } = {}
  const put = <K extends keyof ReplyFacts>(key: K, value: ReplyFacts[K] | undefined) => {
    if (value !== undefined) facts[key] = value
  }
  put("isAdult", answers.adult)
  // "Is anything urgent?": yes and unsure are the most urgent lane, no is that of things that happen again.
  put("lane", answers.not_urgent === undefined ? undefined : answers.not_urgent === "no" ? "P2" : "P0")
  put("hasViolenceOrHonourThreat", answers.no_violence)
  put("isCloseOrHousehold", answers.not_close)
  put("hasIntimateImageOrMoneyDemand", answers.no_images_or_money)
  put("isKnownWithStanding", answers.known_person)
  put("hasPrivatePhysicalAccess", answers.no_physical_access)
  put("isInquirySilenceAdvised", answers.no_running_inquiry)
  put("isEvidenceSaved", answers.evidence_saved)
  put("hasFallbackContact", answers.fallback_contact)
  put("hasAuthority", answers.expert_read)
  put("hasExpertReadText", answers.expert)
  put("hasNonRetaliationPlan", answers.plan)
  return facts
}
