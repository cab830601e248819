import type { KeyId, MessageId } from "@shn/domain"

/** Why a roster entry was not accepted: it changes nothing. */
export type RosterRefusal =
  | "entry-damaged"
  | "entry-not-signed"
  | "entry-of-another-case"
  | "entry-not-next"
  | "entry-forks"
  | "reporter-missing"
  | "listed-twice"
  | "uncertified-key-added"
  | "beyond-policy"
  | "removed-without-new-epoch"
  | "epoch-out-of-order"
  | "ghost-wrap"
  | "wrap-missing"
  | "link-wrong"

/** Something on an accepted roster that people should see. */
export type RosterWarning =
  | "uncertified-key"
  | "role-not-held"
  | "signer-since-revoked"
  | "two-experts-accepted"
  | "dropped-after-accepting"
  | "answer-refused"
  | "rolled-back"

/** Why a message is not shown. */
export type MessageRefusal =
  | "moved-case"
  | "moved-epoch"
  | "moved-author"
  | "moved-inside"
  | "does-not-open"
  | "no-key-for-epoch"
  | "message-damaged"
  | "bad-signature"
  | "author-not-on-roster"
  | "not-theirs-to-say"
  | "unknown-kind"
  | "duplicate-id"
  | "replayed"
  | "late-after-removal"

/** Something about the conversation as a whole, or about a message that is shown. */
export type MessageWarning = "missing-message" | "arrived-late"

/** A message about a file that changes nothing, though it is shown where it stands. */
export type FileWarning = "duplicate-file" | "file-not-theirs"

export type FindingCode = RosterRefusal | RosterWarning | MessageRefusal | MessageWarning | FileWarning

/** One thing that is not as it should be: what, and where. */
export type Finding = {
  readonly code: FindingCode
  /** Place in the list of roster entries that was handed in. */
  readonly entry?: number
  readonly keyId?: KeyId
  readonly msgId?: MessageId
  /** Hash of a message that others name and nobody delivered. */
  readonly hash?: string
}
