import { err, ok, type Result } from "@shn/domain"
import { aeadOpen, aeadSeal } from "@shn/primitives/aead"
import { base64url, fromBase64url, fromUtf8, utf8 } from "@shn/primitives/encode"
import type { Random } from "@shn/primitives/random"
import type { StoredDraft } from "./stored-draft.ts"

/** Where drafts go: ciphertext on the phone, the key in the server's memory for at most a day. */
export type DraftPlace = {
  readonly read: () => StoredDraft | null
  readonly write: (draft: StoredDraft) => boolean
  readonly remove: () => void
  readonly newKey: () => Promise<{ readonly draftId: string; readonly key: string } | null>
  readonly openKey: (draftId: string) => Promise<{ readonly key: string } | "gone" | "unreachable">
  readonly dropKey: (draftId: string) => Promise<void>
  readonly random: Random
}

/** "kept": ciphertext on this phone. "memory_only": no server or no storage; closing the page loses it. */
export type DraftState = "kept" | "memory_only"

/** "none": nothing here. "gone": the key is no longer kept. "unreachable": the server does not answer. */
export type DraftProblem = "none" | "gone" | "unreachable"

export type DraftKeeper = {
  /** Keeps the newest text. Calls that come in while one runs are joined into one. */
  readonly save: (text: string) => Promise<DraftState>
  readonly open: () => Promise<Result<string, DraftProblem>>
  /** Crypto-shred: the key first, then the ciphertext. */
  readonly drop: () => Promise<void>
}

type Key = { readonly draftId: string; readonly key: Uint8Array }

/** Keeps one draft. PROTOCOL, Promises: drafts that survive a reload. */
export function draftKeeper(place: DraftPlace): DraftKeeper {
  let key: Key | null = null
  let running: Promise<DraftState> | null = null
  let waiting: string | null = null
  let isDropped = false

  async function write(text: string): Promise<DraftState> {
    key ??= await freshKey(place)
    if (key === null || isDropped) return "memory_only"
    const sealed = base64url(await aeadSeal(key.key, utf8(text), utf8(key.draftId), place.random))
    // The person may have deleted it while we were sealing.
    if (isDropped) return "memory_only"
    return place.write({ draftId: key.draftId, sealed }) ? "kept" : "memory_only"
  }

  async function drain(first: string): Promise<DraftState> {
    let state = await write(first)
    while (waiting !== null) {
      const next = waiting
      waiting = null
      state = await write(next)
    }
    running = null
    return state
  }

  return {
    save(text) {
      isDropped = false
      if (running !== null) {
        waiting = text
        return running
      }
      running = drain(text)
      return running
    },
    async open() {
      const stored = place.read()
      if (stored === null) return err("none")
      const kept = await place.openKey(stored.draftId)
      if (kept === "unreachable") return err("unreachable")
      const opened = kept === "gone" ? null : await openStored(stored, kept.key)
      if (opened === null) {
        place.remove()
        return err("gone")
      }
      key = opened.key
      return ok(opened.text)
    },
    async drop() {
      isDropped = true
      waiting = null
      const draftId = key?.draftId ?? place.read()?.draftId
      key = null
      place.remove()
      if (draftId !== undefined) await place.dropKey(draftId)
    },
  }
}

async function freshKey(place: DraftPlace): Promise<Key | null> {
  const made = await place.newKey()
  const bytes = made === null ? null : fromBase64url(made.key)
  return made === null || bytes === null ? null : { draftId: made.draftId, key: bytes }
}

async function openStored(
  stored: StoredDraft,
  encodedKey: string,
): Promise<{ readonly key: Key; readonly text: string } | null> {
  const key = fromBase64url(encodedKey)
  const sealed = fromBase64url(stored.sealed)
  if (key === null || sealed === null) return null
  const plain = await aeadOpen(key, sealed, utf8(stored.draftId))
  const text = plain === null ? null : fromUtf8(plain)
  return text === null ? null : { key: { draftId: stored.draftId, key }, text }
}
