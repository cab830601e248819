import {
  BOUNDARIES,
  type Boundary,
  type Day,
  type Discipline,
  type Gender,
  type KeyId,
  PERSON_REASONS,
  type PersonReason,
  parseDay,
} from "@shn/domain"
import {
  type Attachment,
  type Finding,
  findStaffIn,
  foldAttachments,
  foldHandOffs,
  intakeOf,
  listedMember,
  type ReadMessage,
  type RosterReader,
  seemsApproved,
} from "@shn/sealed"
import type { AccessLine, NeedView } from "@shn/wire"
import type { OpenCaseState } from "./case-desk.ts"

/** Somebody as a screen names them. `alias` is "" for a key the signed list does not know. */
export type NamedReader = {
  readonly keyId: KeyId
  readonly alias: string
  readonly gender: Gender | null
  readonly role: RosterReader["role"]
  readonly discipline: Discipline | ""
  readonly state: RosterReader["state"]
  readonly since: Day
  readonly reasons: readonly PersonReason[]
  readonly isMe: boolean
}

/** Who can read now, the person first; whoever declined is not on the list any more. */
export function readersOf(state: OpenCaseState): readonly NamedReader[] {
  const { roster } = state.opened
  return roster.readers
    .filter((reader) => reader.state !== "declined")
    .map((reader) => {
      const { keyId, role, discipline, since } = reader
      const listed = listedMember(state.directory, keyId)
      return {
        keyId,
        role,
        discipline,
        since,
        state: reader.state,
        alias: listed?.alias ?? "",
        gender: listed?.gender ?? null,
        reasons: reasonsFor(state, keyId),
        isMe: role === "reporter",
      }
    })
}

/** The codes of why this expert was chosen, from the newest sealed note that names them. */
export function reasonsFor(state: OpenCaseState, keyId: KeyId): readonly PersonReason[] {
  for (const { content } of [...state.opened.conversation.messages].reverse()) {
    if (content.kind !== "assignment") continue
    const pick = content.body.picks.find((one) => one.keyId === keyId)
    if (pick !== undefined) return PERSON_REASONS.filter((code) => pick.reasons.includes(code))
  }
  return []
}

export type TalkItem =
  | { readonly kind: "day"; readonly day: Day }
  | {
      readonly kind: "words"
      readonly id: string
      readonly isMine: boolean
      readonly isStory: boolean
      readonly author: KeyId
      readonly role: ReadMessage["role"]
      readonly text: string
      readonly isLate: boolean
    }
  | {
      readonly kind: "file"
      readonly id: string
      readonly isMine: boolean
      readonly author: KeyId
      readonly role: ReadMessage["role"]
      readonly attachment: Attachment
    }

/** The conversation as bubbles with a line between days. Days are those of the person's own time zone. */
export function talkOf(messages: readonly ReadMessage[], offsetMinutes: number): readonly TalkItem[] {
  const items: TalkItem[] = []
  const { attachments } = foldAttachments(messages)
  let day: Day | null = null
  for (const message of messages) {
    const text = wordsOf(message)
    // Each file once, where its newest news stands; the person's own unfinished ones stand below, with their buttons.
    const attachment = attachments.find((one) => one.msgId === message.msgId)
    const isMine = message.role === "reporter"
    if (text === null && (attachment === undefined || (isMine && attachment.state !== "there"))) continue
    const written = localDay(message.at, offsetMinutes)
    if (written !== null && written !== day) items.push({ kind: "day", day: written })
    day = written ?? day
    if (attachment !== undefined) {
      const { author, role } = message
      items.push({ kind: "file", id: message.msgId, isMine, author, role, attachment })
    }
    if (text === null) continue
    items.push({
      kind: "words",
      id: message.msgId,
      isMine,
      isStory: message.content.kind === "intake",
      author: message.author,
      role: message.role,
      text,
      isLate: message.isLate,
    })
  }
  return items
}

function wordsOf({ content }: ReadMessage): string | null {
  switch (content.kind) {
    case "intake":
      return content.body.story
    case "text":
      return content.body.text
    case "assignment":
      return content.body.note === "" ? null : content.body.note
    default:
      // Switches, files and the work on a complaint have places of their own.
      return null
  }
}

function localDay(at: string, offsetMinutes: number): Day | null {
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) return null
  const parsed = parseDay(new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 10))
  return parsed.ok ? parsed.value : null
}

/** The sentences that findings become: what matters to the person, each once. */
export const FINDING_SENTENCES = ["tampered", "missing", "stranger", "late", "roster", "other"] as const
export type FindingSentence = (typeof FINDING_SENTENCES)[number]

export function sentencesOf(findings: readonly Finding[]): readonly FindingSentence[] {
  const said = new Set(findings.flatMap(({ code }) => sentenceOf(code) ?? []))
  return FINDING_SENTENCES.filter((sentence) => said.has(sentence))
}

function sentenceOf(code: Finding["code"]): FindingSentence | null {
  switch (code) {
    case "moved-case":
    case "moved-epoch":
    case "moved-author":
    case "moved-inside":
    case "does-not-open":
    case "message-damaged":
    case "bad-signature":
    case "duplicate-id":
    case "replayed":
      return "tampered"
    case "missing-message":
      return "missing"
    case "author-not-on-roster":
    case "not-theirs-to-say":
      return "stranger"
    case "late-after-removal":
      return "late"
    case "arrived-late":
      // An accident of timing by somebody who is still here; the message is shown and marked.
      return null
    case "entry-damaged":
    case "entry-not-signed":
    case "entry-of-another-case":
    case "entry-not-next":
    case "entry-forks":
    case "reporter-missing":
    case "listed-twice":
    case "uncertified-key-added":
    case "beyond-policy":
    case "removed-without-new-epoch":
    case "epoch-out-of-order":
    case "ghost-wrap":
    case "wrap-missing":
    case "link-wrong":
    case "uncertified-key":
    case "role-not-held":
    case "answer-refused":
      return "roster"
    default:
      return "other"
  }
}

/** The access log with names; lines about keys nobody knows keep "" so that the screen can say so. */
export function accessOf(
  lines: readonly AccessLine[],
  state: OpenCaseState,
): readonly (AccessLine & { readonly alias: string })[] {
  return lines
    .filter((line) => line.keyId !== readersOf(state).find((reader) => reader.isMe)?.keyId)
    .map((line) => ({ ...line, alias: listedMember(state.directory, line.keyId)?.alias ?? "" }))
}

/** Needs with the alias of whoever holds them, "" before. */
export function needsOf(state: OpenCaseState): readonly (NeedView & { readonly alias: string })[] {
  return state.view.needs.map((need) => ({
    ...need,
    alias: need.holder === "" ? "" : (listedMember(state.directory, need.holder)?.alias ?? ""),
  }))
}

/** The person's switches as they stand now: those of the first day, replaced by the newest they have sent since. */
export function boundariesOf({ opened }: OpenCaseState): readonly Boundary[] {
  const { conversation } = opened
  let now = intakeOf(conversation)?.boundaries ?? []
  for (const { content } of conversation.messages) {
    if (content.kind === "policy") now = content.body.boundaries
  }
  return BOUNDARIES.filter((boundary) => now.includes(boundary))
}

/** Somebody asks the person for something about a hand-off: who they are, or their signature. */
export type ConsentAsk = {
  readonly draftId: string
  readonly asks: "identity" | "signature"
  readonly author: KeyId
  readonly agencyId: string
}

/** What waits for the person and nobody else. A "no" is an answer: it is not asked again. */
export function consentAsksOf({ opened, directory }: OpenCaseState): readonly ConsentAsk[] {
  const findStaff = findStaffIn(directory)
  return foldHandOffs(opened.conversation.messages).handOffs.flatMap((handOff): readonly ConsentAsk[] => {
    const { draftId, ask, part, offered, signed, notSigned, sentBack } = handOff
    if (offered === null) {
      if (ask === null || part !== null) return []
      return [{ draftId, asks: "identity", author: ask.author, agencyId: ask.body.to.id }]
    }
    const isAnswered = signed !== null || notSigned !== null || sentBack !== null
    if (isAnswered || !seemsApproved(handOff, findStaff)) return []
    return [{ draftId, asks: "signature", author: offered.author, agencyId: offered.body.to.id }]
  })
}
