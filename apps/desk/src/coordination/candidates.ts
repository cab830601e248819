import {
  HARD_RULES,
  type HardRule,
  type KeyId,
  type NeedId,
  PERSON_REASONS,
  type PersonReason,
} from "@shn/domain"
import { certifiedMember, type OpenedCase } from "@shn/sealed"
import type { CandidatesAnswer, v } from "@shn/wire"
import { canAddReaders, type Trust } from "../session/directory-check.ts"

type Candidate = v.InferOutput<typeof CandidatesAnswer>["candidates"][number]

/** Rules that no coordinator sets aside. PRODUCT section 6, Empty pool: only place, time and workload may give way. */
export const NEVER_SET_ASIDE: readonly HardRule[] = [
  "discipline",
  "credential_valid",
  "language_level",
  "gender_must",
  "clearance_minors",
  "clearance_urgent",
  "clearance_sexual_violence",
  "excluded",
]

export type OfferBlock = "uncertified" | "onRoster" | "directory" | "policy" | "notReader"

/** One person in the list "who could help". */
export type CandidateLine = {
  readonly keyId: KeyId
  /** 0 to 100; null when a rule stands against them. */
  readonly score: number | null
  readonly reasons: readonly PersonReason[]
  readonly failedRules: readonly HardRule[]
  readonly load: number
  readonly cap: number
  /**
   * "free": may be offered. "override": may be offered with a reason that names the rule. "never": a rule stands that
   * nobody sets aside. "blocked": this case or this desk does not allow it, see `block`.
   */
  readonly choice: "free" | "override" | "never" | "blocked"
  readonly block: OfferBlock | null
}

/**
 * Everyone of the pool as a coordinator sees them: those who fit, best first, then those whom only place, time or
 * workload keeps away, then the rest. The server's word is advice; certified keys and the person's policy decide here.
 */
export function candidateLines(
  candidates: readonly Candidate[],
  opened: OpenedCase,
  trust: Trust,
  me: KeyId,
  need: NeedId,
): readonly CandidateLine[] {
  return candidates
    .map((candidate): CandidateLine => {
      const failedRules = HARD_RULES.filter((rule) => candidate.failedRules.includes(rule))
      // A rule that this version does not know is still a rule.
      const isFailed = candidate.failedRules.length > 0
      const isUnknown = failedRules.length !== candidate.failedRules.length
      const isNever = isUnknown || failedRules.some((rule) => NEVER_SET_ASIDE.includes(rule))
      const block = blockOf(candidate.keyId, opened, trust, me, need)
      return {
        keyId: candidate.keyId,
        score: candidate.score,
        reasons: PERSON_REASONS.filter((reason) => candidate.reasons.includes(reason)),
        failedRules,
        load: candidate.load,
        cap: candidate.cap,
        choice: isNever ? "never" : block !== null ? "blocked" : isFailed ? "override" : "free",
        block,
      }
    })
    .toSorted((a, b) => ORDER[a.choice] - ORDER[b.choice] || (b.score ?? -1) - (a.score ?? -1))
}

const ORDER = { free: 0, override: 1, blocked: 2, never: 3 } as const

function blockOf(keyId: KeyId, opened: OpenedCase, trust: Trust, me: KeyId, need: NeedId): OfferBlock | null {
  if (trust.kind !== "trusted" || !canAddReaders(trust)) return "directory"
  const { readers, policy } = opened.roster
  const mine = readers.find((reader) => reader.keyId === me)
  if (mine?.role !== "coordinator" || mine.state !== "member") return "notReader"
  if (!certifiedMember(trust.directory, keyId).ok) return "uncertified"
  if (readers.some((reader) => reader.keyId === keyId && reader.state !== "declined")) return "onRoster"
  const isTaken = readers.some((reader) => reader.need === need && reader.state === "member")
  return policy === "ask_me" && isTaken ? "policy" : null
}
