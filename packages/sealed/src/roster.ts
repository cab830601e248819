import type { Day, Discipline, KeyId, NeedId, RosterPolicy } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import { dssePayload, dsseVerify } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { canonicalBytes, type Json } from "@shn/primitives/jcs"
import type { SignKeyPair } from "@shn/primitives/sign"
import { type Dsse, PAYLOAD_TYPES, type RosterEntry, RosterEntryField, type RosterRole, v } from "@shn/wire"

/** How somebody stands on a roster. A "proposed" expert is a member once their signed acceptance is there. */
export type ReaderState = "member" | "proposed" | "declined"

/** One person who can read a case, or may soon. */
export type RosterReader = {
  readonly keyId: KeyId
  readonly role: RosterRole
  readonly discipline: Discipline | ""
  readonly need: NeedId | ""
  readonly state: ReaderState
  /** Day of the entry that named this key first without a break. */
  readonly since: Day
  /** False when the directory does not know the key or not in this role: a warning goes with it, and nothing they write is shown. */
  readonly isCertified: boolean
}

/** A roster entry that was checked, with what follows from it. */
export type AcceptedEntry = {
  readonly entry: RosterEntry
  /** base64url SHA-256 of the signed payload: names the entry in the next one, in messages and in answers. */
  readonly hash: string
  /** 32 bytes; what key wraps are bound to. @see rosterContextHash */
  readonly contextHash: Uint8Array
  readonly signedBy: KeyId
  readonly readers: readonly RosterReader[]
}

/** The checked history of who can read a case. */
export type Roster = {
  readonly entries: readonly AcceptedEntry[]
  readonly head: AcceptedEntry
  readonly epoch: number
  readonly policy: RosterPolicy
  readonly needs: readonly { readonly need: NeedId; readonly discipline: Discipline }[]
  /** Who can read now, or may once they accept. */
  readonly readers: readonly RosterReader[]
}

/** Signs an entry with the reporter's or a coordinator's key. */
export function signEntry(entry: RosterEntry, keys: SignKeyPair): Dsse {
  return dsseSign(PAYLOAD_TYPES.roster, asJson(entry), keys)
}

/** Reads an entry without checking its signature. @returns null when it is not in the form of an entry */
export function readEntry(envelope: Dsse): { readonly entry: RosterEntry; readonly hash: string } | null {
  const payload = dssePayload(envelope)
  if (payload === null) return null
  const parsed = v.safeParse(RosterEntryField, payload.json)
  return parsed.success ? { entry: parsed.output, hash: base64url(sha256(payload.bytes)) } : null
}

/** Whether the entry was signed with this key. @param signPk 32 bytes */
export function isSignedBy(envelope: Dsse, signPk: Uint8Array): boolean {
  return dsseVerify(envelope, PAYLOAD_TYPES.roster, signPk) !== null
}

/** Hash by which other statements name an entry; base64url of 32 bytes. */
export function entryHash(entry: RosterEntry): string {
  return base64url(sha256(canonicalBytes(asJson(entry))))
}

/**
 * What key wraps are bound to: SHA-256 of the entry without the hashes of those wraps, which could not be known
 * before (docs/adr/0010). Everything else in the entry is covered, so a wrap cannot move to another list of readers.
 */
export function rosterContextHash(entry: RosterEntry): Uint8Array {
  return sha256(canonicalBytes(asJson({ ...entry, wrapHashes: {}, previewHashes: {} })))
}

/** The reader of a key at an entry, if it names one. */
export function readerAt(entry: AcceptedEntry, keyId: KeyId): RosterReader | undefined {
  return entry.readers.find((reader) => reader.keyId === keyId)
}

/** Whether the key belongs to somebody who can read and write at this entry. */
export function isMemberAt(entry: AcceptedEntry, keyId: KeyId): boolean {
  const reader = readerAt(entry, keyId)
  return reader !== undefined && reader.state === "member" && reader.isCertified
}

// The schema's record types leave room for missing values; a parsed or freshly made entry has none.
function asJson(entry: RosterEntry): Json {
  return { ...entry, wrapHashes: plain(entry.wrapHashes), previewHashes: plain(entry.previewHashes) }
}

function plain(hashes: Readonly<Record<string, string | undefined>>): Json {
  return Object.fromEntries(
    Object.entries(hashes).flatMap(([key, hash]) => (hash === undefined ? [] : [[key, hash]])),
  )
}
