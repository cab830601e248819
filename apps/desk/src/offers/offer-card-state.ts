import type { DeclineReason } from "@shn/domain"
import type { ApiFailure, OfferView } from "@shn/wire"

export type PreviewProblem = "not-for-me" | "damaged"
export type AnswerFailure = ApiFailure | "not-proposed"

/** One offer on this device: the preview first, then an answer. */
export type CardState = {
  readonly preview:
    | { readonly kind: "closed" }
    | { readonly kind: "opening" }
    | { readonly kind: "open"; readonly text: string }
    | { readonly kind: "unreadable"; readonly problem: PreviewProblem }
  /** The expert says that they know nobody in it. */
  readonly knowsNobody: boolean
  readonly answer:
    | { readonly kind: "none" }
    | { readonly kind: "declining"; readonly reason: DeclineReason | null }
    | { readonly kind: "sending"; readonly answer: "accept" | "decline" }
    | { readonly kind: "done"; readonly answer: "accept" | "decline" }
    | { readonly kind: "failed"; readonly failure: AnswerFailure }
}

export type CardEvent =
  | { readonly type: "opening" }
  | { readonly type: "opened"; readonly text: string }
  | { readonly type: "unreadable"; readonly problem: PreviewProblem }
  | { readonly type: "knows_nobody"; readonly is: boolean }
  | { readonly type: "declining" }
  | { readonly type: "kept" }
  | { readonly type: "reason"; readonly reason: DeclineReason }
  | { readonly type: "sending"; readonly answer: "accept" | "decline" }
  | { readonly type: "done"; readonly answer: "accept" | "decline" }
  | { readonly type: "failed"; readonly failure: AnswerFailure }

export const NEW_CARD: CardState = {
  preview: { kind: "closed" },
  knowsNobody: false,
  answer: { kind: "none" },
}

/** What a card is after an event. Pure. */
export function afterCardEvent(state: CardState, event: CardEvent): CardState {
  switch (event.type) {
    case "opening":
      return { ...state, preview: { kind: "opening" } }
    case "opened":
      return { ...state, preview: { kind: "open", text: event.text } }
    case "unreadable":
      return { ...state, preview: { kind: "unreadable", problem: event.problem }, knowsNobody: false }
    case "knows_nobody":
      return { ...state, knowsNobody: event.is && state.preview.kind === "open" }
    case "declining":
      return { ...state, answer: { kind: "declining", reason: null } }
    case "kept":
      return { ...state, answer: { kind: "none" } }
    case "reason":
      return state.answer.kind === "declining"
        ? { ...state, answer: { kind: "declining", reason: event.reason } }
        : state
    case "sending":
      return { ...state, answer: { kind: "sending", answer: event.answer } }
    case "done":
      return { ...state, answer: { kind: "done", answer: event.answer } }
    case "failed":
      return { ...state, answer: { kind: "failed", failure: event.failure } }
  }
}

/** Accepting needs a preview that was opened and read for conflicts; nothing else may be on its way. */
export function canAccept(state: CardState): boolean {
  const isFree = state.answer.kind === "none" || state.answer.kind === "failed"
  return isFree && state.preview.kind === "open" && state.knowsNobody
}

/** Failures after which no further answer can help: the offer is over for me. */
export function isOver(failure: AnswerFailure): boolean {
  return failure === "offer_gone" || failure === "already_taken"
}

/** An offer on the screen. `isGone`: the server no longer lists it, but I have begun to deal with it here. */
export type ShownOffer = { readonly offer: OfferView; readonly isGone: boolean }

/**
 * What to show after another look: everything the server lists, and what I have touched, so that an offer that runs
 * out under my hands says so instead of vanishing. Most urgent deadline first.
 */
export function shownOffers(
  listed: readonly OfferView[],
  touched: readonly OfferView[],
): readonly ShownOffer[] {
  const gone = touched.filter((offer) => !listed.some((other) => other.offerId === offer.offerId))
  const all = [
    ...listed.map((offer) => ({ offer, isGone: false })),
    ...gone.map((offer) => ({ offer, isGone: true })),
  ]
  return all.toSorted((a, b) => Date.parse(a.offer.deadline) - Date.parse(b.offer.deadline))
}
