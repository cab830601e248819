import type { Clock } from "@shn/domain"

/** A draft on a phone stays readable for at most this long. PROTOCOL, Promises. */
export const DRAFT_KEY_MS = 24 * 60 * 60 * 1000
/** 32 bytes and an id each: a few megabytes. The draft longest untouched gives way. */
export const MAX_DRAFT_KEYS = 20_000

/** Keys of drafts, in memory alone: when the server stops, every draft everywhere is shredded. */
export type DraftKeys = {
  readonly add: (draftId: string, key: string) => void
  /** @returns null when the key is not, or no longer, kept. */
  readonly open: (draftId: string) => string | null
  readonly drop: (draftId: string) => void
}

export function draftKeys(clock: Clock, max = MAX_DRAFT_KEYS): DraftKeys {
  // A Map keeps the order of insertion, so its first entry is the one longest untouched.
  const kept = new Map<string, { readonly key: string; readonly endsMs: number }>()
  return {
    add: (draftId, key) => {
      kept.set(draftId, { key, endsMs: clock() + DRAFT_KEY_MS })
      const oldest = kept.keys().next()
      if (kept.size > max && !oldest.done) kept.delete(oldest.value)
    },
    open: (draftId) => {
      const found = kept.get(draftId)
      kept.delete(draftId)
      if (found === undefined || found.endsMs <= clock()) return null
      kept.set(draftId, found)
      return found.key
    },
    drop: (draftId) => {
      kept.delete(draftId)
    },
  }
}
