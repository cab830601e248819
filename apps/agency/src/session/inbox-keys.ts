import { inboxKeyDigest } from "@shn/consent"
import { type Inbox, openInboxWrap } from "@shn/evidence"
import type { KemKeyPair } from "@shn/primitives/hpke-open"
import type { InboxWrap } from "@shn/wire"
import type { OfficerTrust } from "./officer-place.ts"

/** Opens the keys of the inbox that were wrapped to me, the newest first. What does not open as mine is left out. */
export async function openedInboxes(wraps: readonly InboxWrap[], kem: KemKeyPair): Promise<readonly Inbox[]> {
  const opened = await Promise.all(wraps.map((wrap) => openInboxWrap(wrap, kem)))
  return opened.flatMap((each) => (each.ok ? [each.value] : []))
}

/**
 * Whether I hold the key that the list names today. "sign-in-again": the key was changed while I was signed in, and the new
 * one is handed out when signing in. "no-key": nobody has handed me one at all.
 */
export function keyState(
  inboxes: readonly Inbox[],
  trust: OfficerTrust,
): "held" | "sign-in-again" | "no-key" | "unknown" {
  if (inboxes.length === 0) return "no-key"
  if (trust.kind === "refused") return "unknown"
  return inboxes.some(({ recipient }) => recipient === trust.agency.recipient) ? "held" : "sign-in-again"
}

/** What consents name the inbox's keys by: today's first, then the older ones. */
export function keyDigests(inboxes: readonly Inbox[]): readonly string[] {
  return inboxes.map(({ recipient }) => inboxKeyDigest(recipient))
}
