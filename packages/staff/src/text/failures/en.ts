import { defineArea } from "@shn/ui"
import type { ApiFailure } from "@shn/wire"

/** A sentence for every way a request can fail: the compiler asks for each. */
export const messages = defineArea({
  bad_request:
    "Our computer did not understand what this page sent. Reload the page; if it happens again, tell your administrator.",
  too_large: "This is larger than we can take. Please make it shorter.",
  not_found: "This is not there any more.",
  wrong_origin: "This page was opened from another address. Open it from its own address.",
  work_expired: "That took too long. Please try again.",
  work_wrong: "Our computer did not accept the work of this device. Please try again.",
  opening_refused: "Our computer did not accept the keys. Nothing was changed.",
  login_failed: "This does not open anything.",
  token_expired: "This visit is over. Please come in again.",
  case_expired: "This case was never sent and has expired.",
  conflict: "Something else was stored here a moment ago. Look again, then try once more.",
  size_not_allowed:
    "The sealed message has a size that we do not accept. Please change it a little and send again.",
  epoch_moved: "The readers of this case have changed just now. Please try once more.",
  roster_refused: "Our computer did not accept the new list of readers. Nothing was changed.",
  proposal_expired: "This proposal is too old. Please ask again.",
  proposal_mismatch: "This does not fit what was proposed. Please ask again.",
  budget_used: "This case has used what it may send today. Please try tomorrow.",
  not_on_roster: "You are not a reader of this case, or not any more.",
  offer_gone: "This offer has ended or was taken back. Thank you for looking.",
  already_taken: "Another expert accepted first. The person is in good hands; nothing more to do for you.",
  answer_refused: "Our computer did not accept your signed answer. Look at your offers again.",
  sign_in_failed: "The name, the words or the six digits are not right. Please check all three.",
  code_used: "These six digits were used a moment ago. Wait for the next ones.",
  too_many_tries: "There were too many wrong tries for this name. Wait a little.",
  session_ended: "Your session has ended. Please sign in again; what you wrote stays here.",
  not_allowed: "Your role may not do this.",
  draft_gone: "This draft is no longer kept.",
  part_damaged: "A piece of the file did not arrive whole. Please try again.",
  part_differs: "Another file was begun here. Please add this one as a new file.",
  parts_missing: "Some pieces of the file have not arrived yet. Please try again.",
  too_many_uploads: "Too many files of this case are still on their way. Try again when some have arrived.",
  release_refused: "Our computer did not accept this consent. Nothing has left. Please look at it again.",
  agency_key_changed: "The agency has a new key now. Nothing has left; the person has to sign again.",
  release_not_yet: "The person still has time to think. This may leave from the first day of the consent on.",
  release_over: "This consent has run out, or a newer one has taken its place. Nothing has left.",
  release_revoked: "The person has taken this consent back. Nothing may leave any more.",
  uses_exceeded: "This consent has been used as often as it allows. Nothing more has left.",
  answers_moved: "A colleague has answered meanwhile. Look again, then go on from there.",
  not_taken_back: "This consent was not taken back, so there is nothing to stop.",
  storage_unreachable:
    "The place where we keep files cannot be reached right now. Nothing is lost; please try again.",
  storage_full:
    "Our computer cannot store anything at the moment. Keep this page open and try again later. Tell your administrator.",
  busy: "Our computer is busy. Please try again in a moment.",
  failed: "Something went wrong on our computer. Nothing is lost; please try again.",
  offline: "There is no connection right now. Nothing is lost; please try again.",
  nonsense_answer:
    "The answer from our computer made no sense. Something may have changed it on the way. Please try again.",
} satisfies Record<ApiFailure, string>)
