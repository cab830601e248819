import type { ApiFailure, Envelope } from "@shn/wire"

export type SendFailure = ApiFailure | "too-long" | "not-a-member"

/** A message on its way. `envelope` is kept after a cut line, so that trying again cannot say it twice. */
export type SendState =
  | { readonly kind: "ready"; readonly wasSent: boolean }
  | { readonly kind: "sending" }
  | {
      readonly kind: "failed"
      readonly failure: SendFailure
      readonly text: string
      readonly envelope: Envelope | null
    }

export const NOTHING_SENT: SendState = { kind: "ready", wasSent: false }

/**
 * The very bytes to try again, if these words were sealed before and may still arrive.
 * Nothing after the readers changed: then the words must be sealed anew, for the readers of now.
 */
export function sealedBefore(state: SendState, text: string): Envelope | null {
  if (state.kind !== "failed" || state.text !== text || state.failure === "epoch_moved") return null
  return state.envelope
}

/** Whether the case must be read again before another try. */
export function needsAnotherLook(failure: SendFailure): boolean {
  return failure === "epoch_moved" || failure === "not-a-member" || failure === "not_on_roster"
}
