import type { CaseId } from "@shn/domain"

/**
 * Messages begun but not sent, by case. Kept in this tab's memory only: a session may end while somebody writes,
 * and the words must be there after signing in again, but never on the disk of a shared computer.
 */
export type Unsent = Readonly<Record<string, string>>

export const NOTHING_UNSENT: Unsent = {}

/** Keeps the text for this case; blank text is forgotten. */
export function keepUnsent(unsent: Unsent, caseId: CaseId, text: string): Unsent {
  if (text.trim() !== "") return { ...unsent, [caseId]: text }
  const { [caseId]: _forgotten, ...rest } = unsent
  return rest
}

/** The text begun for this case, "" if none. */
export function unsentFor(unsent: Unsent, caseId: CaseId): string {
  return unsent[caseId] ?? ""
}

/**
 * What may stay when somebody signs in: only their own words. Another person at the same desk starts empty.
 * @param previous the memberId whose words these are, null if nobody was signed in.
 */
export function unsentAfterSignIn(unsent: Unsent, previous: string | null, now: string): Unsent {
  return previous === now ? unsent : NOTHING_UNSENT
}
