import type { KeyId } from "./ids.ts"
import { err, ok, type Result } from "./result.ts"
import type { PriorityLane } from "./vocabulary.ts"

export const OFFER_STATES = ["open", "accepted", "declined", "expired", "withdrawn"] as const
export type OfferState = (typeof OFFER_STATES)[number]

/** `held`: no machine goes on, the coordinators decide. Nothing is ever without an owner. */
export const NEED_PHASES = ["open", "offered", "accepted", "held"] as const
export type NeedPhase = (typeof NEED_PHASES)[number]

/** After this many offers a human decides: the person should not be passed from hand to hand by a machine. */
export const MAX_OFFERS = 3

/** One need and everyone it was offered to. Every function here returns a new one and leaves the old. */
export type NeedOffers = {
  readonly phase: NeedPhase
  readonly lane: PriorityLane
  /** Those proposed to the person, best first; nobody else is offered the need without a human. */
  readonly picks: readonly KeyId[]
  /** In the order made. */
  readonly offers: readonly { readonly keyId: KeyId; readonly state: OfferState }[]
}

/**
 * The first offers of a need: the best pick, in P0 the best two at once. Without picks the need is held.
 * @param picks as decided by `assign` and shown to the person, best first.
 */
export function beginOffers(lane: PriorityLane, picks: readonly KeyId[]): NeedOffers {
  const need: NeedOffers = { phase: "open", lane, picks, offers: [] }
  const once = offerNext(need)
  return lane === "P0" && once.phase === "offered" && picks.length > 1 ? offerNext(once) : once
}

/**
 * An expert takes the need. Offers still open to others are withdrawn.
 * Errors: `already_taken` somebody was faster; `not_offered` never asked; `offer_closed` declined, too late or
 * withdrawn before.
 */
export function acceptOffer(
  need: NeedOffers,
  keyId: KeyId,
): Result<NeedOffers, "already_taken" | "not_offered" | "offer_closed"> {
  const own = latestOffer(need, keyId)
  if (own === undefined) return err("not_offered")
  if (need.phase === "accepted") return err("already_taken")
  if (own.state !== "open") return err("offer_closed")
  const offers = need.offers.map((offer) =>
    offer.state !== "open"
      ? offer
      : ({ ...offer, state: offer.keyId === keyId ? "accepted" : "withdrawn" } as const),
  )
  return ok({ ...need, phase: "accepted", offers })
}

/** The expert says no (conflict of interest, no room ...): the next pick is asked, or the coordinators. */
export function afterDecline(need: NeedOffers, keyId: KeyId): Result<NeedOffers, CloseError> {
  return afterClose(need, keyId, "declined")
}

/** The clock of the offer ran out: the next pick is asked, or the coordinators. */
export function afterExpiry(need: NeedOffers, keyId: KeyId): Result<NeedOffers, CloseError> {
  return afterClose(need, keyId, "expired")
}

/** A coordinator or the person takes an open offer back: the next pick is asked, or the coordinators. */
export function afterWithdrawal(need: NeedOffers, keyId: KeyId): Result<NeedOffers, CloseError> {
  return afterClose(need, keyId, "withdrawn")
}

/** `not_offered` never asked; `offer_closed` no longer open, so there is nothing to close. */
export type CloseError = "not_offered" | "offer_closed"

/**
 * A coordinator offers the need to somebody by hand: at any time before it is taken, also after `MAX_OFFERS`.
 * Error `already_open`: that person has an open offer.
 */
export function offerByHand(
  need: NeedOffers,
  keyId: KeyId,
): Result<NeedOffers, "already_taken" | "already_open"> {
  if (need.phase === "accepted") return err("already_taken")
  if (latestOffer(need, keyId)?.state === "open") return err("already_open")
  return ok(offerTo(need, keyId))
}

/**
 * The one who accepted gives it back, leaves, is replaced at the person's wish, or missed the first contact.
 * By then the runner-up's copy of the key is gone, so a coordinator finds the next one.
 */
export function handBack(need: NeedOffers): Result<NeedOffers, "not_accepted"> {
  if (need.phase !== "accepted") return err("not_accepted")
  const offers = need.offers.map((offer) =>
    offer.state === "accepted" ? ({ ...offer, state: "withdrawn" } as const) : offer,
  )
  return ok({ ...need, phase: "held", offers })
}

function afterClose(need: NeedOffers, keyId: KeyId, state: OfferState): Result<NeedOffers, CloseError> {
  const own = latestOffer(need, keyId)
  if (own === undefined) return err("not_offered")
  if (own.state !== "open") return err("offer_closed")
  const offers = need.offers.map((offer) => (offer === own ? { keyId, state } : offer))
  const closed = { ...need, offers }
  // In P0 the other one may still be thinking: nothing to add.
  return ok(offers.some((offer) => offer.state === "open") ? closed : offerNext(closed))
}

function offerNext(need: NeedOffers): NeedOffers {
  const next = need.picks.find((pick) => latestOffer(need, pick) === undefined)
  if (next === undefined || need.offers.length >= MAX_OFFERS) return { ...need, phase: "held" }
  return offerTo(need, next)
}

function offerTo(need: NeedOffers, keyId: KeyId): NeedOffers {
  return { ...need, phase: "offered", offers: [...need.offers, { keyId, state: "open" }] }
}

function latestOffer(need: NeedOffers, keyId: KeyId) {
  return need.offers.findLast((offer) => offer.keyId === keyId)
}
