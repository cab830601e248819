/** What lies on the phone: ciphertext and the random id under which the server keeps its key in memory. */
export type StoredDraft = { readonly draftId: string; readonly sealed: string }

const NAME = "d"

/** @returns null when there is none, storage is blocked, or what is there is not ours */
export function readStoredDraft(): StoredDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(NAME) ?? "null")
    if (typeof value !== "object" || value === null || !("draftId" in value) || !("sealed" in value))
      return null
    const { draftId, sealed } = value
    return typeof draftId === "string" && typeof sealed === "string" ? { draftId, sealed } : null
  } catch {
    return null
  }
}

/** Marks a page that is being left: from then on it stores nothing, however late a save that was under way ends. */
export const LEAVING_MARK = "data-leaving"

/** @returns false when the phone does not let us store anything, or the page is being left */
export function writeStoredDraft(draft: StoredDraft): boolean {
  if (document.documentElement.hasAttribute(LEAVING_MARK)) return false
  try {
    localStorage.setItem(NAME, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function removeStoredDraft(): void {
  try {
    localStorage.removeItem(NAME)
  } catch {
    // Blocked storage holds nothing.
  }
}
