import {
  acceptOffer,
  addServiceTime,
  afterDecline,
  afterExpiry,
  afterWithdrawal,
  beginOffers,
  CLOCK_LIMITS,
  type Day,
  type DeclineReason,
  dayOf,
  type KeyId,
  type NeedOffers,
  type OfferId,
  offerByHand,
  offerDeadline,
  type PriorityLane,
  type Result,
  type RoutingFacets,
  type ServiceTime,
} from "@shn/domain"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import type { NeedRow, OfferRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"
import { ceilTo, FIVE_MINUTES_MS, floorTo } from "./grain.ts"

/** What moving an offer on depends on. */
export type OfferTime = {
  readonly nowMs: number
  readonly service: ServiceTime
  readonly random: Random
}

/** Why the offers of a need move. */
export type OfferMove =
  | { readonly kind: "begin" }
  | { readonly kind: "accept" | "expire" | "withdraw" | "by_hand"; readonly keyId: KeyId }
  | { readonly kind: "decline"; readonly keyId: KeyId; readonly reason: DeclineReason }

/** What the domain's rules answer when a move is not possible. */
export type MoveError = "already_taken" | "already_open" | "not_offered" | "offer_closed"

/**
 * Moves a need and its offers on, as the domain decides, and stores what follows. The case is locked.
 * @returns the offers as they are now
 */
export async function moveOffers(
  tx: Queries,
  need: NeedRow,
  move: OfferMove,
  time: OfferTime,
): Promise<Result<NeedOffers, MoveError>> {
  const rows = await tx.offers.ofNeed(need.need_id)
  const before = needOffers(need, rows)
  const after = moved(before, move)
  if (!after.ok) return after
  const day = dayOf(time.nowMs)
  const reason = move.kind === "decline" ? move.reason : ""
  for (const [at, offer] of after.value.offers.entries()) {
    const row = rows[at]
    if (row === undefined) await open(tx, need, offer.keyId, at, before.lane, time)
    else if (row.state === "open" && offer.state !== "open") {
      await tx.offers.close(row.offer_id, offer.state, day, offer.state === "declined" ? reason : "")
      await tx.jobs.cancel("offer_clock", row.offer_id)
    }
  }
  await followUp(tx, need, before, after.value, day)
  return after
}

/** The open offer of an expert for a need. */
export async function openOffer(tx: Queries, need: NeedRow, keyId: KeyId): Promise<OfferRow | undefined> {
  const rows = await tx.offers.ofNeed(need.need_id)
  return rows.findLast((row) => row.key_id === keyId && row.state === "open")
}

/** What the router was told of a need, or null once that was deleted. */
export function facetsOf(need: NeedRow): RoutingFacets | null {
  return need.facets === null ? null : (JSON.parse(need.facets) as RoutingFacets)
}

/** The lane of a need; after its facets were deleted the one that its weight still tells. */
export function laneOf(need: NeedRow): PriorityLane {
  const facets = facetsOf(need)
  if (facets !== null) return facets.lane
  return need.weight === 3 ? "P1" : need.weight === 2 ? "P2" : "P3"
}

/** When the clock of an open offer has something to do next (ms). @param percent of the time to answer */
export function stepTimeMs(
  lane: PriorityLane,
  percent: number,
  startMs: number,
  service: ServiceTime,
): number {
  const limit = CLOCK_LIMITS[lane]
  const shareMs = limit.accept * 60_000 * (percent / 100)
  if (!limit.countsDutyOnly) return startMs + shareMs
  return addServiceTime(startMs, shareMs, service.hours, service.offsetMinutes) ?? startMs + shareMs
}

function needOffers(need: NeedRow, rows: readonly OfferRow[]): NeedOffers {
  return {
    phase: need.phase,
    lane: laneOf(need),
    picks: JSON.parse(need.picks) as readonly KeyId[],
    offers: rows.map((row) => ({ keyId: row.key_id, state: row.state })),
  }
}

function moved(before: NeedOffers, move: OfferMove): Result<NeedOffers, MoveError> {
  switch (move.kind) {
    case "begin":
      return { ok: true, value: beginOffers(before.lane, before.picks) }
    case "accept":
      return acceptOffer(before, move.keyId)
    case "decline":
      return afterDecline(before, move.keyId)
    case "expire":
      return afterExpiry(before, move.keyId)
    case "withdraw":
      return afterWithdrawal(before, move.keyId)
    case "by_hand":
      return offerByHand(before, move.keyId)
  }
}

async function open(
  tx: Queries,
  need: NeedRow,
  keyId: KeyId,
  position: number,
  lane: PriorityLane,
  { nowMs, service, random }: OfferTime,
): Promise<void> {
  const offerId = randomUuidV4(random) as OfferId
  const plainLimitMs = CLOCK_LIMITS[lane].accept * 60_000
  const deadlineMs = offerDeadline(lane, nowMs, service) ?? ceilTo(nowMs + plainLimitMs, FIVE_MINUTES_MS)
  const openedMs = floorTo(nowMs, FIVE_MINUTES_MS)
  await tx.offers.insert({
    offer_id: offerId,
    need_id: need.need_id,
    case_id: need.case_id,
    key_id: keyId,
    position,
    state: "open",
    step: "wait",
    reason: "",
    opened_ms: openedMs,
    deadline_ms: deadlineMs,
    closed_day: null,
  })
  await tx.jobs.plan("offer_clock", offerId, Math.min(deadlineMs, stepTimeMs(lane, 50, openedMs, service)))
}

async function followUp(
  tx: Queries,
  need: NeedRow,
  before: NeedOffers,
  after: NeedOffers,
  day: Day,
): Promise<void> {
  const holder = after.offers.find(({ state }) => state === "accepted")?.keyId
  if (after.phase === "accepted" && before.phase !== "accepted" && holder !== undefined) {
    const others = new Set([...after.picks, ...after.offers.map(({ keyId }) => keyId)])
    others.delete(holder)
    await tx.needs.accept(need.need_id, holder, day)
    await tx.roster.makeMember(need.case_id, holder, day)
    for (const keyId of others) await dropProposal(tx, need, keyId)
    return
  }
  for (const [at, offer] of after.offers.entries()) {
    const hasEnded = offer.state !== "open" && before.offers[at]?.state === "open"
    if (hasEnded) await dropProposal(tx, need, offer.keyId)
  }
  if (after.phase === "offered" || after.phase === "held") {
    if (after.phase !== need.phase) await tx.needs.setPhase(need.need_id, after.phase)
  }
}

async function dropProposal(tx: Queries, need: NeedRow, keyId: KeyId): Promise<void> {
  await tx.needs.removePreviewWrap(need.need_id, keyId)
  await tx.roster.dropProposed(need.case_id, keyId)
}
