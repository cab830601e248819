import type { Day, KeyId, MessageId } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { verifierFor } from "@shn/primitives/verify"
import type { Envelope } from "@shn/wire"
import { listedMember, type VerifiedDirectory } from "./directory.ts"
import type { Finding, MessageRefusal } from "./findings.ts"
import { messageHash, type OpenedText, openText } from "./message.ts"
import {
  type Intake,
  type MessageContent,
  parseContent,
  REPORTER_KINDS,
  STAFF_KINDS,
} from "./message-content.ts"
import { reachedFrom, sortByCause } from "./message-order.ts"
import { isMemberAt, type Roster, type RosterReader, readerAt } from "./roster.ts"
import { type CaseKeys, reporterKeyId } from "./roster-fold.ts"

/** A message that was opened, and whose author, place and right to write were checked. */
export type ReadMessage = {
  readonly msgId: MessageId
  readonly hash: string
  readonly epoch: number
  readonly author: KeyId
  readonly role: RosterReader["role"]
  /** Exact time by the author's clock: a claim. */
  readonly at: string
  /** Day the server received it: the server's claim. */
  readonly receivedDay: Day | null
  readonly content: MessageContent
  readonly parents: readonly string[]
  /** Written under an older list of readers, and not known to have been seen by whoever changed it: shown, and marked. */
  readonly isLate: boolean
}

export type Conversation = {
  /** Every message after those it answers; among equals by time, then hash. */
  readonly messages: readonly ReadMessage[]
  /** Hashes of the newest messages: the parents of the next one. */
  readonly heads: readonly string[]
  readonly findings: readonly Finding[]
}

export type ConversationInput = {
  readonly caseKeys: CaseKeys
  readonly envelopes: readonly (Envelope & { readonly receivedDay?: Day })[]
  readonly roster: Roster
  readonly directory: VerifiedDirectory
  readonly keysByEpoch: ReadonlyMap<number, Uint8Array>
}

/**
 * Step 5: envelopes to a conversation. Never throws on hostile input, and a bad envelope never hides a good one:
 * it becomes a finding.
 */
export async function foldConversation(input: ConversationInput): Promise<Conversation> {
  const findings: Finding[] = []
  const byId = new Map<MessageId, ReadMessage>()
  const received = new Set<string>()
  const check = checker(input)
  for (const envelope of input.envelopes) {
    const hash = messageHash(envelope)
    const { msgId } = envelope
    if (received.has(hash)) {
      findings.push({ code: "replayed", msgId })
      continue
    }
    received.add(hash)
    const result = await check(envelope, hash)
    if (typeof result === "string") findings.push({ code: result, msgId, keyId: envelope.authorKeyId })
    else if (byId.has(msgId)) findings.push({ code: "duplicate-id", msgId, keyId: result.author })
    else byId.set(msgId, result)
  }
  const late = markLate([...byId.values()], input.roster)
  const messages = sortByCause(late.messages)
  const named = new Set(messages.flatMap((message) => message.parents))
  const closing = input.roster.entries.flatMap(({ entry }) => entry.closed.heads)
  const missing = new Set([...named, ...closing].filter((hash) => !received.has(hash)))
  return {
    messages,
    heads: messages.map((message) => message.hash).filter((hash) => !named.has(hash)),
    findings: [
      ...findings,
      ...late.findings,
      ...[...missing].map((hash): Finding => ({ code: "missing-message", hash })),
    ],
  }
}

type Checker = (
  envelope: Envelope & { readonly receivedDay?: Day },
  hash: string,
) => Promise<ReadMessage | MessageRefusal>

function checker(input: ConversationInput): Checker {
  const { roster, keysByEpoch } = input
  const verify = signatureChecker(input)
  return async (envelope, hash) => {
    if (envelope.caseId !== input.caseKeys.caseId) return "moved-case"
    const key = keysByEpoch.get(envelope.epoch)
    if (key === undefined) return "no-key-for-epoch"
    const opened = await openText(key, envelope)
    if (!opened.ok) return opened.error === "does-not-open" ? whereMoved(input, envelope) : opened.error
    const { text } = opened.value
    if (!isInPlace(text, envelope)) return "moved-inside"
    if (!verify(opened.value)) return "bad-signature"
    const under = roster.entries.find((accepted) => accepted.hash === text.rosterHash)
    const reader = under === undefined ? undefined : readerAt(under, text.author)
    if (under === undefined || reader === undefined) return "author-not-on-roster"
    if (under.entry.e !== text.e || !isMemberAt(under, text.author)) return "author-not-on-roster"
    const content = parseContent(text.kind, text.body)
    if (content === null) return "unknown-kind"
    const kindsOfOthers = reader.role === "reporter" ? STAFF_KINDS : REPORTER_KINDS
    if (kindsOfOthers.includes(content.kind)) return "not-theirs-to-say"
    return {
      msgId: text.msgId,
      hash,
      epoch: text.e,
      author: text.author,
      role: reader.role,
      at: text.at,
      receivedDay: envelope.receivedDay ?? null,
      content,
      parents: text.parents,
      isLate: false,
    }
  }
}

// One check of a key's soundness for all its messages.
function signatureChecker(input: ConversationInput): (opened: OpenedText) => boolean {
  const { caseKeys, directory } = input
  const reporter = reporterKeyId(caseKeys)
  const verifiers = new Map<KeyId, ReturnType<typeof verifierFor>>()
  const verifierOf = (keyId: KeyId) => {
    const known = verifiers.get(keyId)
    if (known !== undefined) return known
    const signPk = keyId === reporter ? caseKeys.signPk : listedMember(directory, keyId)?.signPk
    const made = signPk === undefined ? () => false : verifierFor(signPk)
    verifiers.set(keyId, made)
    return made
  }
  return ({ text, signature, signed }) => verifierOf(text.author)(signature, signed)
}

function isInPlace(text: OpenedText["text"], envelope: Envelope): boolean {
  return (
    text.caseId === envelope.caseId &&
    text.e === envelope.epoch &&
    text.msgId === envelope.msgId &&
    text.author === envelope.authorKeyId
  )
}

// The outside is bound to the seal; if another epoch or author makes it open, somebody changed the label.
async function whereMoved(input: ConversationInput, envelope: Envelope): Promise<MessageRefusal> {
  if (fromBase64url(envelope.bytes) === null) return "does-not-open"
  const authors = new Set<KeyId>(input.roster.entries.flatMap(({ readers }) => readers.map((r) => r.keyId)))
  for (const [epoch, key] of input.keysByEpoch) {
    for (const authorKeyId of [envelope.authorKeyId, ...authors]) {
      const opened = await openText(key, { ...envelope, epoch, authorKeyId })
      if (opened.ok) return epoch === envelope.epoch ? "moved-author" : "moved-epoch"
    }
  }
  return "does-not-open"
}

// Whoever began an epoch signed which messages they had seen. Anything else of older epochs came afterwards: from a
// reader who is still here it is an accident of timing, from one who was removed it is refused. Where a message on the
// way is missing nobody can tell, so nothing is refused: losing one message must not hide the ones before it.
function markLate(
  messages: readonly ReadMessage[],
  roster: Roster,
): { readonly messages: readonly ReadMessage[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const starts = roster.entries
    .filter(({ entry }, at) => entry.e > (roster.entries[at - 1]?.entry.e ?? 0))
    .map((start) => ({ start, seen: reachedFrom(start.entry.closed.heads, messages) }))
  const kept = messages.flatMap((message): readonly ReadMessage[] => {
    const { msgId, author: keyId, hash } = message
    const missed = starts.filter(({ start, seen }) => message.epoch < start.entry.e && !seen.hashes.has(hash))
    if (missed.length === 0) return [message]
    if (missed.some(({ start, seen }) => seen.isComplete && !isMemberAt(start, keyId))) {
      findings.push({ code: "late-after-removal", msgId, keyId })
      return []
    }
    findings.push({ code: "arrived-late", msgId, keyId })
    return [{ ...message, isLate: true }]
  })
  return { messages: kept, findings }
}

/** The reporter's own words on the first day; undefined while they have not arrived. */
export function intakeOf(conversation: Conversation): Intake | undefined {
  for (const { content } of conversation.messages) if (content.kind === "intake") return content.body
  return undefined
}
