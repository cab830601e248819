import type { FindingCode } from "@shn/sealed"
import { defineArea } from "@shn/ui"

/** A sentence for everything on a case that is not as it should be. */
export const messages = defineArea({
  finding: {
    "entry-damaged": "One change to the list of readers arrived damaged. It was not used.",
    "entry-not-signed": "Somebody who may not do so tried to change the list of readers. It was not used.",
    "entry-of-another-case": "A list of readers of another case was put here. It was not used.",
    "entry-not-next": "A change to the list of readers is missing or out of order.",
    "entry-forks": "There are two different stories of who can read this case. We follow the first.",
    "reporter-missing": "Somebody tried to leave the person out of their own case. It was not used.",
    "listed-twice": "A list of readers names somebody twice. It was not used.",
    "uncertified-key-added":
      "Somebody tried to add a key that our helpline does not certify. It was not used.",
    "beyond-policy": "A coordinator tried to add or change more than the person allows. It was not used.",
    "removed-without-new-epoch": "Somebody was left out without changing the lock. It was not used.",
    "epoch-out-of-order": "The locks of this case are out of order. One change was not used.",
    "ghost-wrap": "A key was prepared for somebody who is not on the list of readers. It was not used.",
    "wrap-missing": "A change to the list of readers forgot somebody's key. It was not used.",
    "link-wrong": "A lock does not fit the one before it. One change was not used.",
    "uncertified-key": "A reader on the list is not certified by our helpline. What they write is not shown.",
    "role-not-held": "A reader is listed in a role they do not hold. What they write is not shown.",
    "signer-since-revoked": "The coordinator who last changed the readers no longer works here.",
    "two-experts-accepted": "Two experts have accepted the same need. A coordinator should take one off.",
    "dropped-after-accepting":
      "An expert accepted and was left out of the list without changing the lock. They may still be able to read. A coordinator should take them off properly.",
    "answer-refused": "An answer to an offer was not signed by the right expert. It was not used.",
    "rolled-back": "This device has seen a newer list of readers before. Something was taken away.",
    "moved-case": "A message of another case was put here. It is not shown.",
    "moved-epoch": "A message was moved to another lock. It is not shown.",
    "moved-author": "A message was put under another name. It is not shown.",
    "moved-inside": "A message says inside that it belongs elsewhere. It is not shown.",
    "does-not-open": "A message does not open. It was changed on the way, or its key is not ours.",
    "no-key-for-epoch": "A message is locked with a key that we do not have.",
    "message-damaged": "A message is damaged inside. It is not shown.",
    "bad-signature": "A message is not signed by the one it names. It is not shown.",
    "author-not-on-roster": "A message was written by somebody who was not a reader. It is not shown.",
    "not-theirs-to-say": "Staff tried to write something only the person may write. It is not shown.",
    "unknown-kind": "A message is of a kind that this version does not know. It is not shown.",
    "duplicate-id": "Two messages carry the same number. Only the first is shown.",
    replayed: "A message arrived twice. It is shown once.",
    "duplicate-file":
      "Two messages tell different things about one file. Every writer's first word on it counts.",
    "file-not-theirs": "Somebody tried to take away a file that another person sent. The file stays.",
    "late-after-removal": "Somebody who was taken off wrote afterwards. It is not shown.",
    "missing-message": "A message that others answer never arrived. Something may have been taken away.",
    "arrived-late": "A message arrived after the readers had changed. It is shown and marked.",
  } satisfies Record<FindingCode, string>,
  lateMark: "Arrived after the readers had changed",
})
