import { systemRandom } from "@shn/primitives/random"
import { REPORTER_ROUTES } from "@shn/wire"
import type { Visit } from "../session/visit.ts"
import { type DraftKeeper, draftKeeper } from "./draft-keeper.ts"
import { readStoredDraft, removeStoredDraft, writeStoredDraft } from "./stored-draft.ts"

/** The draft of this phone. */
export function browserDraft(visit: Visit): DraftKeeper {
  return draftKeeper({
    read: readStoredDraft,
    write: writeStoredDraft,
    remove: removeStoredDraft,
    async newKey() {
      const made = await visit.call(REPORTER_ROUTES.newDraftKey, {})
      return made.ok ? made.value : null
    },
    async openKey(draftId) {
      const opened = await visit.call(REPORTER_ROUTES.openDraft, { draftId })
      if (opened.ok) return opened.value
      return opened.error === "draft_gone" || opened.error === "bad_request" ? "gone" : "unreachable"
    },
    async dropKey(draftId) {
      await visit.call(REPORTER_ROUTES.dropDraft, { draftId })
    },
    random: systemRandom,
  })
}

/**
 * Claims the draft for this window until it closes.
 * @returns false when another window of this browser has it; true also where the browser cannot tell
 */
export function claimDraft(): Promise<boolean> {
  const { locks } = navigator
  if (locks === undefined) return Promise.resolve(true)
  return new Promise((resolve) => {
    const held = locks.request("d", { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      // Held until the window closes.
      return lock === null ? undefined : new Promise(() => undefined)
    })
    held.catch(() => resolve(true))
  })
}
