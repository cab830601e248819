import {
  type Alias,
  type Day,
  type Discipline,
  dayOf,
  type KeyId,
  PERSON_REASONS,
  type PersonReason,
} from "@shn/domain"
import type { OpenedCase, ReadMessage, VerifiedDirectory } from "@shn/sealed"
import type { RosterRole } from "@shn/wire"
import { aliasOf } from "./readers.ts"

/** What stands in the conversation, oldest first. */
export type TimelineItem =
  | { readonly kind: "day"; readonly day: Day }
  | {
      readonly kind: "text"
      readonly id: string
      readonly side: "mine" | "theirs" | "staff"
      /** Null for the reporter. */
      readonly alias: Alias | null
      readonly role: RosterRole
      readonly discipline: Discipline | ""
      readonly text: string
      readonly atMs: number
      readonly isLate: boolean
    }
  | { readonly kind: "switches"; readonly id: string }
  | {
      readonly kind: "offered"
      readonly id: string
      readonly by: Alias | null
      readonly to: readonly Alias[]
      readonly note: string
    }

/**
 * The conversation as it is shown: texts as bubbles, days between them, what coordinators and the person changed as
 * lines. The intake has its own place on the screen and is not repeated here.
 */
export function timelineOf(
  opened: OpenedCase,
  directory: VerifiedDirectory,
  me: KeyId,
): readonly TimelineItem[] {
  const items: TimelineItem[] = []
  let day: Day | null = null
  for (const message of opened.conversation.messages) {
    const item = itemOf(message, opened, directory, me)
    if (item === null) continue
    // The author's clock is a claim; the day is only for reading, the order comes from what answers what.
    const written = dayOf(Date.parse(message.at))
    if (written !== day) items.push({ kind: "day", day: written })
    day = written
    items.push(item)
  }
  return items
}

/** Why somebody was asked for a need, newest wins; empty when nothing was recorded for them. */
export function reasonsFor(opened: OpenedCase, keyId: KeyId): readonly PersonReason[] {
  let reasons: readonly string[] = []
  for (const { content } of opened.conversation.messages) {
    if (content.kind !== "assignment") continue
    const pick = content.body.picks.find((one) => one.keyId === keyId)
    if (pick !== undefined) reasons = pick.reasons
  }
  return PERSON_REASONS.filter((reason) => reasons.includes(reason))
}

function itemOf(
  message: ReadMessage,
  opened: OpenedCase,
  directory: VerifiedDirectory,
  me: KeyId,
): TimelineItem | null {
  const { content, author, msgId: id } = message
  switch (content.kind) {
    case "policy":
      return { kind: "switches", id }
    case "assignment":
      if (content.body.by === "router") return null
      return {
        kind: "offered",
        id,
        by: aliasOf(directory, author),
        to: content.body.picks.flatMap(({ keyId }) => aliasOf(directory, keyId) ?? []),
        note: content.body.note,
      }
    case "text":
      return {
        kind: "text",
        id,
        side: author === me ? "mine" : message.role === "reporter" ? "theirs" : "staff",
        alias: message.role === "reporter" ? null : aliasOf(directory, author),
        role: message.role,
        discipline: disciplineOf(opened, author),
        text: content.body.text,
        atMs: Date.parse(message.at),
        isLate: message.isLate,
      }
    default:
      // Story, files and the work on a complaint have places of their own.
      return null
  }
}

// Somebody who left is no longer among today's readers, but their words keep their field.
function disciplineOf(opened: OpenedCase, keyId: KeyId): Discipline | "" {
  const lines = opened.roster.entries.flatMap(({ readers }) =>
    readers.filter((reader) => reader.keyId === keyId),
  )
  return lines.at(-1)?.discipline ?? ""
}
