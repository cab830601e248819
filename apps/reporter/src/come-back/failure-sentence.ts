import { failureSentence } from "../get-help/failure-sentence.ts"
import type { BackText } from "../text/back/area.ts"
import type { HelpText } from "../text/help/area.ts"
import type { ChangeFailure, EnterFailure, SendFailure } from "./case-desk.ts"

export type BackFailure = EnterFailure | SendFailure | ChangeFailure

/** The sentence of each failure on the way back to a case. */
export function backSentence(failure: BackFailure, back: BackText, help: HelpText): string {
  switch (failure) {
    case "code":
      return back.enter.wrong
    case "unknown":
    case "login_failed":
    case "case_expired":
    case "not-for-me":
      return back.enter.unknown
    case "unsent":
    case "nothing-yet":
      return back.unsent.text
    case "epoch_moved":
    case "not-a-member":
      return back.talk.epochMoved
    case "too-long":
    case "too_large":
      return back.talk.long
    case "offline":
    case "busy":
    case "storage_full":
    case "budget_used":
    case "bad-chain":
    case "older-version":
    case "unknown-role":
    case "uncertified-key":
    case "lives-too-long":
    case "expired":
      return failureSentence(failure, help)
    default:
      return help.failed.other
  }
}
