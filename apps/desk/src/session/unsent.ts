/**
 * Messages and drafts begun but not sent, by case or draft. Kept in this tab's memory only: a session may end while somebody writes,
 * and the words must be there after signing in again, but never on the disk of a shared computer.
 */
export type Unsent = Readonly<Record<string, string>>

export const NOTHING_UNSENT: Unsent = {}

/** Keeps the text for this place; blank text is forgotten. */
export function keepUnsent(unsent: Unsent, place: string, text: string): Unsent {
  if (text.trim() !== "") return { ...unsent, [place]: text }
  const { [place]: _forgotten, ...rest } = unsent
  return rest
}

/** The text begun at this place, "" if none. */
export function unsentFor(unsent: Unsent, place: string): string {
  return unsent[place] ?? ""
}

/**
 * What may stay when somebody signs in: only their own words. Another person at the same desk starts empty.
 * @param previous the memberId whose words these are, null if nobody was signed in.
 */
export function unsentAfterSignIn(unsent: Unsent, previous: string | null, now: string): Unsent {
  return previous === now ? unsent : NOTHING_UNSENT
}
