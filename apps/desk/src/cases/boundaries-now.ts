import { BOUNDARIES, type Boundary } from "@shn/domain"
import { type Conversation, intakeOf } from "@shn/sealed"

/**
 * The person's switches as they stand now: those of the first day, replaced by the newest the person has sent since.
 * @returns null while neither has been opened: then nobody may assume that there are none
 */
export function boundariesNow(conversation: Conversation): readonly Boundary[] | null {
  let now: readonly Boundary[] | null = intakeOf(conversation)?.boundaries ?? null
  for (const { content } of conversation.messages) {
    if (content.kind === "policy") now = content.body.boundaries
  }
  return now === null ? null : BOUNDARIES.filter((boundary) => now.includes(boundary))
}
