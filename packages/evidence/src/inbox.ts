import { err, type KeyId, ok, type Result } from "@shn/domain"
import { base64url, equalBytes, framed, fromBase64url, fromUtf8, utf8 } from "@shn/primitives/encode"
import { hpkeOpen, type KemKeyPair } from "@shn/primitives/hpke-open"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import type { Random } from "@shn/primitives/random"
import { sealTo } from "@shn/primitives/seal-to"
import { generateX25519Identity, identityToRecipient } from "age-encryption"
import { isX25519Recipient } from "./age.ts"

/** An agency's inbox: packages are sealed to `recipient`; `identity` opens them and exists only in officers' hands. */
export type Inbox = { readonly identity: string; readonly recipient: string }

/** An officer whom the directory certifies for the agency. */
export type Officer = { readonly keyId: KeyId; readonly kemPk: Uint8Array }

/** The identity of one inbox sealed to one officer. May be stored anywhere. */
export type InboxWrap = {
  readonly agencyId: string
  readonly recipient: string
  readonly keyId: KeyId
  /** base64url */
  readonly wrap: string
}

/** What a change of key leaves: the new inbox, and for each officer who stays the new identity and the older ones. */
export type InboxCeremony = {
  readonly recipient: string
  readonly wraps: readonly InboxWrap[]
}

/**
 * Makes an agency's first inbox and wraps it to each of its officers. The identity itself is not in the result.
 * The library draws the key from the platform's generator; it takes none from outside.
 * @throws RangeError without an officer: an inbox that nobody opens (a bug)
 */
export async function makeInbox(
  agencyId: string,
  officers: readonly Officer[],
  random: Random,
): Promise<InboxCeremony> {
  return ceremony(agencyId, officers, [], random)
}

/**
 * Changes the key, as soon as an officer leaves. Whoever stays can open what was sealed before; whoever left can open nothing
 * that is sealed from now on. What they opened before, they have seen.
 * @param older identities that officers who stay still need, the newest first, from `openInboxWrap`
 */
export async function rotateInbox(
  agencyId: string,
  staying: readonly Officer[],
  older: readonly Inbox[],
  random: Random,
): Promise<InboxCeremony> {
  return ceremony(agencyId, staying, older, random)
}

/** Hands an inbox to an officer who has joined. */
export async function wrapInbox(
  agencyId: string,
  inbox: Inbox,
  officer: Officer,
  random: Random,
): Promise<InboxWrap> {
  const info = wrapInfo(agencyId, inbox.recipient, officer.keyId)
  const wrap = await sealTo(officer.kemPk, info, utf8(inbox.identity), random)
  return { agencyId, recipient: inbox.recipient, keyId: officer.keyId, wrap: base64url(wrap) }
}

/**
 * Opens one's own wrap. A wrap of another agency, another inbox or another officer does not open, and an identity that does
 * not belong to the inbox it names is refused: otherwise packages would go to a key nobody holds.
 */
export async function openInboxWrap(
  wrapped: InboxWrap,
  keys: KemKeyPair,
): Promise<Result<Inbox, "does-not-open" | "another-inbox">> {
  const sealed = fromBase64url(wrapped.wrap)
  if (sealed === null || !isX25519Recipient(wrapped.recipient)) return err("does-not-open")
  const info = wrapInfo(wrapped.agencyId, wrapped.recipient, wrapped.keyId)
  const opened = await hpkeOpen({ keys, info, aad: new Uint8Array(0), sealed })
  const identity = opened === null ? null : fromUtf8(opened)
  if (identity === null) return err("does-not-open")
  const recipient = await identityToRecipient(identity).catch(() => "")
  const isItsOwn = equalBytes(utf8(recipient), utf8(wrapped.recipient))
  return isItsOwn ? ok({ identity, recipient }) : err("another-inbox")
}

async function ceremony(
  agencyId: string,
  officers: readonly Officer[],
  older: readonly Inbox[],
  random: Random,
): Promise<InboxCeremony> {
  if (officers.length === 0) throw new RangeError("inbox: at least one officer has to be able to open it")
  const identity = await generateX25519Identity()
  const fresh: Inbox = { identity, recipient: await identityToRecipient(identity) }
  const wraps = officers.flatMap((officer) =>
    [fresh, ...older].map((inbox) => wrapInbox(agencyId, inbox, officer, random)),
  )
  return { recipient: fresh.recipient, wraps: await Promise.all(wraps) }
}

/** Binds a wrap to its agency, inbox and officer, each behind its length. */
function wrapInfo(agencyId: string, recipient: string, keyId: KeyId): Uint8Array {
  return framed(labelBytes(LABELS.inboxWrap), utf8(agencyId), utf8(recipient), utf8(keyId))
}
