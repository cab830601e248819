import type { KeyId } from "../ids.ts"
import { type AssignmentInput, assign } from "./assign.ts"
import {
  type AssignmentDecision,
  HARD_RULES,
  type HardRule,
  type PersonReason,
  type Relaxation,
  type RemovedMember,
} from "./decision.ts"

/** For the person: who is proposed and why, or that a human looks for somebody. No points, no other experts. */
export type PersonExplanation = {
  readonly picks: readonly { readonly keyId: KeyId; readonly reasons: readonly PersonReason[] }[]
  /** True if coordinators take over because nobody fits. */
  readonly isWithCoordinators: boolean
}

/** For the coordinator: the choice, who was left out by which rule, and what is missing in the pool. */
export type CoordinatorExplanation = {
  readonly picks: readonly {
    readonly keyId: KeyId
    readonly score: number
    readonly net: number
    readonly reasons: readonly PersonReason[]
  }[]
  readonly removed: readonly RemovedMember[]
  /** How many were left out by each rule that left anybody out, in the order of `HARD_RULES`. */
  readonly ruleCounts: readonly { readonly rule: HardRule; readonly count: number }[]
  readonly bindingRule: AssignmentDecision["bindingRule"]
  readonly relaxed: readonly Relaxation[]
  readonly offerDeadlineMs: number | null
}

export type Explanation = {
  readonly person: PersonExplanation
  readonly coordinator: CoordinatorExplanation
  /** For the auditor: everything. */
  readonly auditor: AssignmentDecision
}

/** The three renderings of one decision, as codes that the screens turn into sentences. */
export function explain(decision: AssignmentDecision): Explanation {
  const picked = decision.ranked.filter(({ keyId }) => decision.picks.includes(keyId))
  return {
    person: {
      picks: picked.map(({ keyId, reasons }) => ({ keyId, reasons })),
      isWithCoordinators: picked.length === 0,
    },
    coordinator: {
      picks: picked.map(({ keyId, score, net, reasons }) => ({ keyId, score, net, reasons })),
      removed: decision.removed,
      ruleCounts: HARD_RULES.map((rule) => ({
        rule,
        count: decision.removed.filter(({ failedRules }) => failedRules.includes(rule)).length,
      })).filter(({ count }) => count > 0),
      bindingRule: decision.bindingRule,
      relaxed: decision.relaxed,
      offerDeadlineMs: decision.offerDeadlineMs,
    },
    auditor: decision,
  }
}

/**
 * Makes a stored decision again from its stored inputs.
 * @returns `same`, or `different`: then the record was changed, or the program decides otherwise than it did.
 */
export function replay(input: AssignmentInput, stored: AssignmentDecision): "same" | "different" {
  return sortedJson(assign(input)) === sortedJson(stored) ? "same" : "different"
}

/** JSON with the names in order: a stored record may have been through canonical JSON. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
