/** The one thing of the browser that copying needs. Missing on pages without https and in some apps' own browsers. */
export type Clipboard = { readonly writeText: (text: string) => Promise<void> }

/** @returns false when the browser has no clipboard for us or refuses it: then the words are marked instead */
export async function copyText(text: string, clipboard: Clipboard | undefined): Promise<boolean> {
  if (clipboard === undefined) return false
  try {
    await clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Marks the words of a place on the page, or of a field, so that the person can copy them themselves. */
export function markWords(place: HTMLElement): void {
  if (place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement) {
    place.focus()
    place.select()
    return
  }
  const view = place.ownerDocument.defaultView
  view?.getSelection()?.selectAllChildren(place)
}
