/** The newest directory version this device has accepted: a number, nothing else is ever stored by an app of the staff. */
export type SeenVersion = {
  /** 0 when none is known. */
  readonly read: () => number
  readonly write: (version: number) => void
}

/**
 * Keeps the number in this browser; where storage is blocked, for this tab only.
 * @param storage null where there is none
 * @param name under which this app keeps it
 */
export function storedSeenVersion(
  storage: Pick<Storage, "getItem" | "setItem"> | null,
  name: string,
): SeenVersion {
  let inThisTab = 0
  const stored = () => {
    try {
      const number = Number(storage?.getItem(name) ?? "0")
      return Number.isSafeInteger(number) && number > 0 ? number : 0
    } catch {
      return 0
    }
  }
  return {
    read: () => Math.max(inThisTab, stored()),
    write: (version) => {
      inThisTab = Math.max(inThisTab, version)
      try {
        storage?.setItem(name, String(inThisTab))
      } catch {
        // Blocked or full: this tab still remembers.
      }
    },
  }
}

/** This browser's storage. Reading `localStorage` itself throws where the browser blocks it: then null. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
