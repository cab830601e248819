import { err, type KeyId, ok, type Result } from "@shn/domain"
import { dssePayload } from "@shn/primitives/dsse-verify"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { type CaseWrap, type Dsse, PAYLOAD_TYPES, type RosterEntry, RosterEntryField, v } from "@shn/wire"
import { statementOf } from "../auth/statement.ts"
import type { StoredWrap } from "../store/queries/roster.ts"
import type { RosterEntryRow } from "../store/schema.ts"

/** A roster entry whose signature holds, with the keys that came with it. PROTOCOL step 4b. */
export type SignedEntry = {
  readonly entry: RosterEntry
  /** 32 bytes: SHA-256 of the signed payload, by which the next entry names this one. */
  readonly hash: Uint8Array
  readonly dsse: Dsse
  readonly wraps: readonly StoredWrap[]
}

/**
 * Checks the signature and that the keys which came along are exactly those that the entry names: one that nobody
 * signed for would be a reader behind the person's back.
 */
export function signedEntry(
  dsse: Dsse,
  signerPk: Uint8Array,
  wraps: readonly CaseWrap[],
): Result<SignedEntry, "roster_refused"> {
  const payload = statementOf(dsse, PAYLOAD_TYPES.roster, signerPk)
  const parsed = v.safeParse(RosterEntryField, payload?.json)
  if (payload === null || !parsed.success) return err("roster_refused")
  const entry = parsed.output
  const stored = namedWraps(wraps, entry)
  if (stored === null || !isWellFormed(entry)) return err("roster_refused")
  return ok({ entry, hash: sha256(payload.bytes), dsse, wraps: stored })
}

/** The entry of a row: it was checked when it was stored. */
export function storedEntry(row: RosterEntryRow): RosterEntry {
  return v.parse(RosterEntryField, dssePayload(storedDsse(row.dsse))?.json)
}

/** A signed statement as it was stored. */
export function storedDsse(text: string): Dsse {
  return JSON.parse(text) as Dsse
}

/** SHA-256 in base64url, as statements name sealed parts. */
export function hashName(bytes: Uint8Array): string {
  return base64url(sha256(bytes))
}

function namedWraps(wraps: readonly CaseWrap[], entry: RosterEntry): readonly StoredWrap[] | null {
  const named = Object.keys(entry.wrapHashes)
  if (named.length !== wraps.length) return null
  const stored = wraps.flatMap((wrap) => {
    const bytes = fromBase64url(wrap.bytes)
    const isNamed =
      bytes !== null && wrap.epoch === entry.e && entry.wrapHashes[wrap.keyId] === hashName(bytes)
    return isNamed ? [{ ...wrap, bytes }] : []
  })
  const keys = new Set(stored.map(({ keyId }) => keyId))
  return keys.size === named.length ? stored : null
}

// Rules that hold for every entry, whoever signed it and whatever came before.
function isWellFormed(entry: RosterEntry): boolean {
  const keys = new Set<KeyId>(entry.members.map(({ keyId }) => keyId))
  const needs = new Set(entry.needs.map(({ need }) => need))
  const listed = (keyId: string) => entry.members.some((member) => member.keyId === keyId)
  const proposed = (keyId: string) =>
    entry.members.some((member) => member.keyId === keyId && member.state === "proposed")
  return (
    keys.size === entry.members.length &&
    needs.size === entry.needs.length &&
    Object.keys(entry.wrapHashes).every(listed) &&
    Object.keys(entry.previewHashes).every(proposed) &&
    entry.members.every(({ role, need, discipline }) =>
      role === "expert" ? need !== "" && discipline !== "" : need === "" && discipline === "",
    ) &&
    entry.members.every((member) => member.role === "expert" || member.state === "member")
  )
}
