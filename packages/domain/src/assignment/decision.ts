import type { KeyId } from "../ids.ts"
import type { PriorityLane } from "../vocabulary.ts"
import type { ScoreTerm } from "./policy.ts"

/** Rules that remove an expert from a need, in the order in which they are told. A failed rule is stored. */
export const HARD_RULES = [
  "discipline",
  "credential_valid",
  "credential_province",
  "language_level",
  "gender_must",
  "clearance_minors",
  "clearance_urgent",
  "clearance_sexual_violence",
  "channel",
  "capacity",
  "new_case_limit",
  "on_leave",
  "on_duty_before_deadline",
  "excluded",
] as const
export type HardRule = (typeof HARD_RULES)[number]

/** What may be given up when nobody fits, in this order. Everything else goes to a human. */
export const RELAXATIONS = ["province", "dialect"] as const
export type Relaxation = (typeof RELAXATIONS)[number]

/** Warm reasons, told to the person about the one who is proposed. */
export const PERSON_REASONS = [
  "knows_you",
  "gender_as_asked",
  "speaks_language",
  "speaks_close_language",
  "knows_this_kind",
  "trained_for_young_people",
  "free_now",
  "free_before_deadline",
  "reaches_province",
  "other_province",
] as const
export type PersonReason = (typeof PERSON_REASONS)[number]

/** Someone who may take the need. Points are rounded to hundredths, and the rounded figures decide. */
export type RankedMember = {
  readonly keyId: KeyId
  /** 0 to 100. */
  readonly score: number
  /** 0 to 1 each; null where the server cannot know, or nothing was asked: not counted, the rest renormalised. */
  readonly terms: Readonly<Record<ScoreTerm, number | null>>
  /** Points taken off the score. */
  readonly prices: { readonly load: number; readonly scarcity: number }
  /** Score minus prices. The order of the ranking; equal figures are ordered by keyId. */
  readonly net: number
  readonly reasons: readonly PersonReason[]
}

export type RemovedMember = { readonly keyId: KeyId; readonly failedRules: readonly HardRule[] }

/** The whole answer of the router for one need, as stored for the coordinator and the auditor. */
export type AssignmentDecision = {
  readonly policyVersion: string
  readonly lane: PriorityLane
  /** When an offer made now ends, rounded up (ms since 1970 UTC); null if the helpline has no duty hours. */
  readonly offerDeadlineMs: number | null
  /** Winner and runner-up; empty if nobody fits. */
  readonly picks: readonly KeyId[]
  /** All who may take it, best first. */
  readonly ranked: readonly RankedMember[]
  /** All who may not, with every rule that failed under the relaxations in force, by keyId. */
  readonly removed: readonly RemovedMember[]
  /** What was tried because nobody fitted, with how many then did, in order. */
  readonly relaxationsTried: readonly { readonly given: readonly Relaxation[]; readonly fitting: number }[]
  /** What was given up to find the picks; empty if nothing was, or if it did not help. */
  readonly relaxed: readonly Relaxation[]
  /**
   * Set when nobody fitted the need as asked: the rule that, given up alone, would admit the most people; if no
   * single rule would, the one that failed most often. It says whom to recruit, even if a relaxation helped.
   */
  readonly bindingRule: HardRule | "empty_pool" | null
}
