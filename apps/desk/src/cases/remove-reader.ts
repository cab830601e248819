import { dayOf, type KeyId } from "@shn/domain"
import { type ChangeProblem, type OpenedCase, removeMembers, revokedReaders } from "@shn/sealed"
import { DESK_ROUTES } from "@shn/wire"
import type { Desk } from "../app/desk-context.tsx"
import { failureSentence } from "../app/sentences.ts"
import type { DeskText } from "../text/all.ts"

/**
 * PROTOCOL steps 4b and 5: a coordinator takes a reader off; a new epoch begins. Readers whose keys were ended in the
 * directory go with them, because nobody may seal a new key to those.
 * @returns a sentence when it did not work, null when it did
 */
export async function removeReader(desk: Desk, opened: OpenedCase, keyId: KeyId): Promise<string | null> {
  const { session, services, text, call } = desk
  if (session.trust.kind !== "trusted") return text.cases.removeRefused.directory
  const { directory } = session.trust
  const leaving = new Set([keyId, ...revokedReaders(opened, directory)])
  const change = await removeMembers({
    opened,
    me: session.keys,
    directory,
    today: dayOf(services.clock()),
    random: services.random,
    keyIds: [...leaving],
  })
  if (!change.ok) return changeSentence(text, change.error)
  const answer = await call(DESK_ROUTES.changeRoster, change.value.change)
  return answer.ok ? null : failureSentence(text, answer.error)
}

/** The sentence for a change of readers that this device refuses to make. */
export function changeSentence(text: DeskText, problem: ChangeProblem): string {
  switch (problem) {
    case "not-a-member":
      return text.cases.changeFailure.notMember
    case "revoked-reader":
      return text.cases.changeFailure.revoked
    case "reporter-stays":
      return text.cases.removeRefused.reporter
    default:
      return text.cases.changeFailure.refused
  }
}
