import type { PoolMember } from "../expert-profile.ts"
import type { KeyId } from "../ids.ts"
import type { RoutingFacets } from "../routing-facets.ts"
import { offerDeadline } from "../service-clock.ts"
import { localDay, type WeeklyHours } from "../service-hours.ts"
import {
  type AssignmentDecision,
  HARD_RULES,
  type HardRule,
  type RankedMember,
  RELAXATIONS,
  type Relaxation,
  type RemovedMember,
} from "./decision.ts"
import { failedRules, type RuleContext } from "./hard-rules.ts"
import { personReasons } from "./person-reasons.ts"
import type { AssignmentPolicy } from "./policy.ts"
import { type CellCounts, countCells, loadPrice, scarcityPrice } from "./prices.ts"
import { type KnownBefore, scoreOf, scoreTerms, toHundredths } from "./score.ts"

/**
 * All that a decision depends on: plain JSON, so that the caller can store it sealed, take a salted hash of its
 * canonical form, and `replay` it later.
 */
export type AssignmentInput = {
  readonly facets: RoutingFacets
  /** Every member who takes cases, in any order, each once. */
  readonly pool: readonly PoolMember[]
  readonly policy: AssignmentPolicy
  readonly nowMs: number
  /** Minutes ahead of UTC in which duty hours and leave are meant; Pakistan +300. */
  readonly helplineOffsetMinutes: number
  /** Members who may not be offered this need: declined before, or left out by the person or a coordinator. */
  readonly excluded: readonly KeyId[]
  /** Members who worked with this person before; left out or null when that cannot be known. */
  readonly knownBefore?: KnownBefore
  /** When the helpline counts service hours; left out: whenever anyone in the pool is on duty. */
  readonly serviceHours?: WeeklyHours
}

/**
 * The two best experts for one need that has just arrived, and everything needed to explain and repeat the choice.
 *
 * Experts who fail a hard rule are removed; the rest are ordered by score minus prices. If nobody is left, the
 * province is given up, then also the dialect; then a human decides. Discipline, language, a gender that must be,
 * and clearances are never given up.
 */
export function assign(input: AssignmentInput): AssignmentDecision {
  const asked = contextOf(input)
  const first = divide(input.pool, asked)
  const tried: { given: readonly Relaxation[]; fitting: number }[] = []
  let found = first
  let context = asked
  for (const step of RELAXATIONS) {
    if (found.fitting.length > 0) break
    context = { ...asked, relaxed: [...context.relaxed, step] }
    found = divide(input.pool, context)
    tried.push({ given: context.relaxed, fitting: found.fitting.length })
  }
  const isFound = found.fitting.length > 0
  const ranked = rank(found.fitting, input, context)
  return {
    policyVersion: input.policy.version,
    lane: input.facets.lane,
    offerDeadlineMs: asked.offerDeadlineMs,
    picks: ranked.slice(0, 2).map(({ keyId }) => keyId),
    ranked,
    removed: isFound ? found.removed : first.removed,
    relaxationsTried: tried,
    relaxed: isFound ? context.relaxed : [],
    bindingRule: first.fitting.length > 0 ? null : bindingRule(first.removed),
  }
}

function contextOf(input: AssignmentInput): RuleContext {
  const { facets, policy, nowMs, helplineOffsetMinutes: offsetMinutes, excluded } = input
  const hours = input.serviceHours ?? input.pool.flatMap((member) => member.duty)
  return {
    facets,
    policy,
    nowMs,
    offsetMinutes,
    today: localDay(nowMs, offsetMinutes),
    offerDeadlineMs: offerDeadline(facets.lane, nowMs, { hours, offsetMinutes }),
    excluded,
    relaxed: [],
  }
}

type Division = { readonly fitting: readonly PoolMember[]; readonly removed: readonly RemovedMember[] }

function divide(pool: readonly PoolMember[], context: RuleContext): Division {
  const judged = pool.map((member) => ({ member, failed: failedRules(member, context) }))
  return {
    fitting: judged.filter(({ failed }) => failed.length === 0).map(({ member }) => member),
    removed: judged
      .filter(({ failed }) => failed.length > 0)
      .map(({ member, failed }) => ({ keyId: member.keyId, failedRules: failed }))
      .toSorted((a, b) => inKeyOrder(a.keyId, b.keyId)),
  }
}

function rank(
  fitting: readonly PoolMember[],
  input: AssignmentInput,
  context: RuleContext,
): readonly RankedMember[] {
  const counts: CellCounts = fitting.length > 0 ? countCells(input.pool, context.today) : new Map()
  return fitting
    .map((member) => rankedMember(member, counts, input, context))
    .toSorted((a, b) => b.net - a.net || inKeyOrder(a.keyId, b.keyId))
}

function rankedMember(
  member: PoolMember,
  counts: CellCounts,
  { facets, policy, knownBefore = null }: AssignmentInput,
  context: RuleContext,
): RankedMember {
  const terms = scoreTerms(member, facets, knownBefore, policy)
  const score = scoreOf(terms, policy)
  const prices = {
    load: loadPrice(member, facets, policy),
    scarcity: scarcityPrice(member, facets, counts, context.today, policy),
  }
  return {
    keyId: member.keyId,
    score,
    terms,
    prices,
    net: toHundredths(score - prices.load - prices.scarcity),
    reasons: personReasons(member, knownBefore, context),
  }
}

function bindingRule(removed: readonly RemovedMember[]): HardRule | "empty_pool" {
  const alone = removed.filter(({ failedRules: failed }) => failed.length === 1)
  return mostFrequent(alone) ?? mostFrequent(removed) ?? "empty_pool"
}

/** Equal counts: the rule that comes first in `HARD_RULES`. */
function mostFrequent(removed: readonly RemovedMember[]): HardRule | undefined {
  const counted = HARD_RULES.map((rule) => ({
    rule,
    count: removed.filter(({ failedRules: failed }) => failed.includes(rule)).length,
  }))
  return counted.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)[0]?.rule
}

/** By code unit, the same on every machine, unlike an alphabet. */
function inKeyOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
