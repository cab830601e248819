import { type ComponentChild, hydrate } from "preact"
import { useEffect, useState } from "preact/hooks"

/**
 * Wakes a prerendered page. On a slow line a person taps and types before the script arrives: what the page already
 * shows as chosen or written is told to the woken page as if it had been done now, so that no tap is lost.
 */
export function wake(page: ComponentChild, root: HTMLElement): void {
  const before = [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].map(
    (field) => ({ field, value: field.value, checked: field instanceof HTMLInputElement && field.checked }),
  )
  hydrate(page, root)
  for (const { field, value, checked } of before) {
    if (checked) field.dispatchEvent(new Event("change", { bubbles: true }))
    else if (isWritten(field) && value !== "") {
      // Hydration empties a text area; other fields keep their text.
      field.value = value
      field.dispatchEvent(new Event("input", { bubbles: true }))
    }
  }
}

// Once awake, every later screen is: a screen that opens must not show its button as not ready for a moment.
let isWoken = false

/** False until the page has its script: a button that could not answer yet is shown as not ready. */
export function useAwake(): boolean {
  const [isAwake, setAwake] = useState(isWoken)
  useEffect(() => {
    isWoken = true
    setAwake(true)
  }, [])
  return isAwake
}

function isWritten(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  return field instanceof HTMLTextAreaElement || (field.type !== "radio" && field.type !== "checkbox")
}
