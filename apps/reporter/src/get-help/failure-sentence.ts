import type { HelpText } from "../text/help/area.ts"
import type { SendFailure } from "./submission.ts"

/** The sentence of each failure while sending. What the server says in detail is for developers; a person needs what to do. */
export function failureSentence(failure: SendFailure, text: HelpText): string {
  switch (failure) {
    case "offline":
      return text.failed.offline
    case "bad-chain":
    case "damaged":
    case "unknown-role":
    case "uncertified-key":
    case "lives-too-long":
      return text.failed.chain
    case "expired":
      return text.failed.expired
    case "older-version":
      return text.failed.older
    case "uncertified-proposal":
      return text.failed.uncertified
    case "nobody":
      return text.review.nobodyAtAll
    case "busy":
      return text.failed.busy
    case "storage_full":
      return text.failed.full
    case "budget_used":
      return text.failed.budget
    case "already-sent":
      return text.failed.already
    case "too-long":
    case "too_large":
      return text.story.long
    default:
      return text.failed.other
  }
}
