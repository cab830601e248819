import {
  type AssignmentDecision,
  type AssignmentInput,
  err,
  HARD_RULES,
  LANES,
  type NeedId,
  ok,
  PERSON_REASONS,
  RELAXATIONS,
  type Result,
  replay,
  SCORE_TERMS,
} from "@shn/domain"
import { type MemberKeys, openDecision } from "@shn/sealed"
import { type DecisionAnswer, KeyIdField, RoutingFacetsField, v } from "@shn/wire"

/** A stored decision of the router, opened with my key, and what working it out again gave. */
export type DecisionRecord = {
  readonly decision: AssignmentDecision
  readonly facets: AssignmentInput["facets"]
  readonly madeAtMs: number
  readonly replayed: "same" | "different"
}

export type DecisionProblem = "no-copy" | "unreadable"

/**
 * PROTOCOL step 10: opens this coordinator's copy, compares it with the stored hash, and decides again on this device
 * from the stored inputs.
 * @returns "no-copy" when none was sealed to me; "unreadable" when it does not open, is of another need, does not fit
 * its hash or is no decision of ours: then it says nothing and must not be shown
 */
export async function readDecisionRecord(
  answer: v.InferOutput<typeof DecisionAnswer>,
  needId: NeedId,
  keys: MemberKeys,
): Promise<Result<DecisionRecord, DecisionProblem>> {
  const { sealed, inputHash } = answer
  if (sealed === null) return err("no-copy")
  const opened = await openDecision({ needId, sealed, inputHash, keys })
  const parsed = opened.ok ? v.safeParse(RECORD, opened.value) : null
  if (parsed === null || !parsed.success) return err("unreadable")
  const { input, decision } = parsed.output
  return ok({
    decision,
    facets: input.facets,
    madeAtMs: input.nowMs,
    replayed: replayed(input as unknown as AssignmentInput, decision),
  })
}

/** Inputs come from the server's hands: whatever cannot be worked out again was not what decided. */
function replayed(input: AssignmentInput, decision: AssignmentDecision): "same" | "different" {
  try {
    return replay(input, decision)
  } catch {
    return "different"
  }
}

const points = v.number()
const DECISION = v.strictObject({
  policyVersion: v.string(),
  lane: v.picklist(LANES),
  offerDeadlineMs: v.nullable(v.number()),
  picks: v.array(KeyIdField),
  ranked: v.array(
    v.strictObject({
      keyId: KeyIdField,
      score: points,
      terms: v.strictObject(
        Object.fromEntries(SCORE_TERMS.map((term) => [term, v.nullable(points)])) as Record<
          (typeof SCORE_TERMS)[number],
          v.NullableSchema<v.NumberSchema<undefined>, undefined>
        >,
      ),
      prices: v.strictObject({ load: points, scarcity: points }),
      net: points,
      reasons: v.array(v.picklist(PERSON_REASONS)),
    }),
  ),
  removed: v.array(v.strictObject({ keyId: KeyIdField, failedRules: v.array(v.picklist(HARD_RULES)) })),
  relaxationsTried: v.array(v.strictObject({ given: v.array(v.picklist(RELAXATIONS)), fitting: v.number() })),
  relaxed: v.array(v.picklist(RELAXATIONS)),
  bindingRule: v.nullable(v.picklist([...HARD_RULES, "empty_pool"])),
})
const RECORD = v.looseObject({
  input: v.looseObject({ facets: RoutingFacetsField, nowMs: v.number() }),
  decision: DECISION,
})
