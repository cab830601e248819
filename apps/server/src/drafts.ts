import type { Clock } from "@shn/domain"
import { base64url, concat, equalBytes, framed, fromBase64url, utf8 } from "@shn/primitives/encode"
import { hmacSha256 } from "@shn/primitives/hash"
import type { Random } from "@shn/primitives/random"

/** A draft on a phone stays readable for at most this long. PROTOCOL, Promises. */
export const DRAFT_KEY_MS = 24 * 60 * 60 * 1000
/** Keys of drafts begun in the same hour are made from the same secret, which goes when the first of them is a day old. */
const HOUR_MS = 60 * 60 * 1000
/** What was shredded in an hour, as bits: 512 KiB. */
const SHREDDED_BYTES = 1 << 19
/** Bits set for each shredded draft: fewest mistakes at half a million drafts an hour. */
const BITS_EACH = 7

/** Keys of drafts, in memory alone: when the server stops, every draft everywhere is shredded. */
export type DraftKeys = {
  readonly make: () => { readonly draftId: string; readonly key: string }
  /** @returns null when the key is not, or no longer, kept. */
  readonly open: (draftId: string) => string | null
  readonly drop: (draftId: string) => void
}

type Hour = { readonly beganMs: number; readonly secret: Uint8Array; shredded: Uint8Array | null }

/**
 * A key is made from its draft's id and the secret of its hour, and not kept one by one: anybody may ask for keys, and
 * however many somebody asks for, nobody else's is pushed out. Shredded ids are marked in a Bloom filter: in a flood
 * it may forget a draft that was not shredded, never remember one that was.
 */
export function draftKeys(clock: Clock, random: Random): DraftKeys {
  let hours: readonly Hour[] = []

  function living(): readonly Hour[] {
    const nowMs = clock()
    for (const { beganMs, secret } of hours) if (beganMs + DRAFT_KEY_MS <= nowMs) secret.fill(0)
    hours = hours.filter(({ beganMs }) => beganMs + DRAFT_KEY_MS > nowMs)
    return hours
  }

  function thisHour(): Hour {
    const nowMs = clock()
    const newest = living().at(-1)
    if (newest !== undefined && newest.beganMs + HOUR_MS > nowMs) return newest
    const fresh: Hour = { beganMs: nowMs, secret: random(32), shredded: null }
    hours = [...hours, fresh]
    return fresh
  }

  function hourOf(id: Uint8Array): Hour | undefined {
    return living().find(({ secret }) => equalBytes(id.subarray(8), markOf(secret, id.subarray(0, 8))))
  }

  return {
    make: () => {
      const { secret } = thisHour()
      const nonce = random(8)
      const id = concat(nonce, markOf(secret, nonce))
      return { draftId: base64url(id), key: keyOf(secret, id) }
    },
    open: (draftId) => {
      const id = idFrom(draftId)
      const hour = id === null ? undefined : hourOf(id)
      if (id === null || hour === undefined) return null
      const { shredded } = hour
      const isShredded = shredded !== null && bitsOf(hour.secret, id).every((bit) => isSet(shredded, bit))
      return isShredded ? null : keyOf(hour.secret, id)
    },
    drop: (draftId) => {
      const id = idFrom(draftId)
      const hour = id === null ? undefined : hourOf(id)
      if (id === null || hour === undefined) return
      hour.shredded ??= new Uint8Array(SHREDDED_BYTES)
      for (const bit of bitsOf(hour.secret, id)) set(hour.shredded, bit)
    },
  }
}

function idFrom(draftId: string): Uint8Array | null {
  const id = fromBase64url(draftId)
  return id?.length === 16 ? id : null
}

// Only ids that were handed out are marked as shredded: invented ones cannot fill the filter.
function markOf(secret: Uint8Array, nonce: Uint8Array): Uint8Array {
  return hmacSha256(secret, framed(utf8("draft-id"), nonce)).subarray(0, 8)
}

function keyOf(secret: Uint8Array, id: Uint8Array): string {
  return base64url(hmacSha256(secret, framed(utf8("draft-key"), id)))
}

function bitsOf(secret: Uint8Array, id: Uint8Array): readonly number[] {
  const digest = hmacSha256(secret, framed(utf8("draft-shredded"), id))
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength)
  return Array.from({ length: BITS_EACH }, (_, at) => view.getUint32(at * 4) % (SHREDDED_BYTES * 8))
}

function isSet(bits: Uint8Array, bit: number): boolean {
  return ((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
}

function set(bits: Uint8Array, bit: number): void {
  bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
}
