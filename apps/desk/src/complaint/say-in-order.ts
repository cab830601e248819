import { type CaseId, err, type MessageId, ok, type Result } from "@shn/domain"
import {
  type HandOffContent,
  messageHash,
  type OpenedCase,
  parseHandOffContent,
  sealMessage,
} from "@shn/sealed"
import type { Desk } from "../app/desk-context.tsx"
import { sendSealed } from "../cases/send-message.ts"
import type { SendFailure } from "../cases/sending.ts"
import { readCase } from "../session/open-case.ts"

/** "closed": the case no longer opens for me; the screen behind says why. */
export type SayFailure = SendFailure | "closed"

/** The readers may change while something is sealed; they do not do so for ever. */
const MOST_MOVES = 3

/**
 * Seals and sends messages that belong together, each after the one before, for the readers of now. What was sent stays when a
 * later one fails: every step of a hand-off can be gone on with from what is there.
 * @param makeFrom gives the messages from the case as it is now; its error is a failure of its own
 * @returns the ids of the messages, in their order
 */
export async function sayInOrder<Refusal extends string>(
  desk: Desk,
  caseId: CaseId,
  makeFrom: (opened: OpenedCase) => Result<readonly HandOffContent[], Refusal>,
): Promise<Result<readonly MessageId[], SayFailure | Refusal>> {
  const sent: MessageId[] = []
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const read = await readCase(desk, caseId)
    if (!read.ok) return read
    if (read.value.kind === "closed") return err("closed")
    const made = makeFrom(read.value.opened)
    if (!made.ok) return made
    const result = await sendFrom(desk, read.value.opened, made.value.slice(sent.length))
    sent.push(...result.sent)
    if (result.failure === null) return ok(sent)
    if (result.failure !== "epoch_moved") return err(result.failure)
  }
  return err("epoch_moved")
}

async function sendFrom(
  desk: Desk,
  opened: OpenedCase,
  contents: readonly HandOffContent[],
): Promise<{ readonly sent: readonly MessageId[]; readonly failure: SendFailure | null }> {
  let now = opened
  const sent: MessageId[] = []
  for (const content of contents) {
    // What no reader would take for a message of ours must not be said: it would be lost without a word.
    if (parseHandOffContent(content.kind, content.body) === null) return { sent, failure: "too-long" }
    const { session, services } = desk
    const sealed = await sealMessage({
      opened: now,
      me: session.keys,
      content,
      nowMs: services.clock(),
      random: services.random,
    })
    if (!sealed.ok) return { sent, failure: sealed.error }
    const answer = await sendSealed(desk, sealed.value)
    if (!answer.ok) return { sent, failure: answer.error }
    sent.push(sealed.value.msgId)
    const heads = [messageHash(sealed.value)]
    now = { ...now, conversation: { ...now.conversation, heads } }
  }
  return { sent, failure: null }
}
