import type { CaseId } from "@shn/domain"
import { type MessageContent, sealMessage } from "@shn/sealed"
import { waitForLine } from "@shn/staff"
import type { Desk } from "../app/desk-context.tsx"
import { sendSealed } from "../cases/send-message.ts"
import { readCase } from "../session/open-case.ts"

/** Between two tries while the line is away or our computer is busy. Milliseconds. */
const AGAIN_MS = 3_000
/** The readers may change while a message is sealed; they do not do so for ever. */
const MOST_MOVES = 5

/**
 * Seals and sends a message that no person writes, for the readers of now: the case is read anew first.
 * @param desk of now; null when nobody is signed in any more
 * @returns false when it was not sent
 */
export async function sayInCase(
  desk: () => Desk | null,
  caseId: CaseId,
  content: MessageContent,
  isStopped: () => boolean,
): Promise<boolean> {
  for (let moves = 0; moves < MOST_MOVES; ) {
    const now = desk()
    if (now === null || isStopped()) return false
    const read = await readCase(now, caseId)
    if (!read.ok) {
      if (!isPassing(read.error)) return false
      await waitForLine(AGAIN_MS)
      continue
    }
    if (read.value.kind === "closed") return false
    const sealed = await sealMessage({
      opened: read.value.opened,
      me: now.session.keys,
      content,
      nowMs: now.services.clock(),
      random: now.services.random,
    })
    if (!sealed.ok) return false
    // The same bytes again are one message.
    let sent = await sendSealed(now, sealed.value)
    while (!sent.ok && isPassing(sent.error) && !isStopped()) {
      await waitForLine(AGAIN_MS)
      sent = await sendSealed(now, sealed.value)
    }
    if (sent.ok) return true
    if (sent.error !== "epoch_moved") return false
    moves++
  }
  return false
}

/** Problems that waiting mends: the line is away, or our computer is busy. */
export function isPassing(failure: string): boolean {
  return failure === "offline" || failure === "nonsense_answer" || failure === "busy" || failure === "failed"
}
