import { err, ok, type Result } from "@shn/domain"
import type { GateAnswer } from "./reply-gate.ts"
import { type Card, cardsOf } from "./schema.ts"

/** To whom the reply goes. "senior" is someone over marks, job or pay. */
export const REPLY_RELATIONSHIPS = ["colleague", "classmate", "senior", "acquaintance", "online"] as const
export type ReplyRelationship = (typeof REPLY_RELATIONSHIPS)[number]

/** Whom the reply names as the place further contact is reported to. */
export const REPLY_AUTHORITIES = ["committee", "ombudsperson", "university", "nccia", "police"] as const
export type ReplyAuthority = (typeof REPLY_AUTHORITIES)[number]

/** Where the name of the authority goes in a message. */
export const AUTHORITY_SLOT = "{authority}"

/**
 * One short and civil message: unwelcome, stop, further contact is reported to a named authority. Only an open
 * gate can ask for it, which the compiler holds the caller to.
 * @param cards the pages "reply" and "notices" in the language of the reply (it need not be that of the screen).
 * @returns the text to copy; "needs-expert" when it goes to a senior and no expert has read it; "no-text" when
 *   this language has none.
 */
export function replyText(
  gate: Extract<GateAnswer, { decision: "may_reply" }>,
  cards: readonly Card[],
  to: ReplyRelationship,
  authority: ReplyAuthority,
): Result<string, "needs-expert" | "no-text"> {
  if (to === "senior" && !gate.isExpertRead) return err("needs-expert")
  const message = cardsOf("reply", cards).find((card) => card.meta.relationship === to)?.text.message
  const name = cardsOf("notice", cards).find((card) => card.id === `authority-${authority}`)?.text.title.text
  if (message === undefined || name === undefined) return err("no-text")
  return ok(
    message
      .map((line) => line.text)
      .join(" ")
      .replace(AUTHORITY_SLOT, name),
  )
}

/** What a person is asked after a firm reply. */
export const AFTER_REPLY = ["stopped", "same", "worse"] as const
export type AfterReply = (typeof AFTER_REPLY)[number]
