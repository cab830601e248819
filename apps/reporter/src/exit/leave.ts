/** The little of the browser that leaving touches, as a parameter so that a test can watch it. */
export type LeavingPlace = {
  readonly emptyPage: () => void
  /** The worker outlives the page: it clears up also where we are gone before the slow cleaners are done. */
  readonly tellWorker: () => void
  readonly storages: () => readonly { clear(): void }[]
  /** Each clears one thing that takes a moment: databases, caches, the service worker. */
  readonly slowCleaners: readonly (() => Promise<unknown>)[]
  readonly wait: (ms: number) => Promise<void>
  readonly replace: (href: string) => void
}

/** How long the slow cleaners may take before we go anyway. The page is empty by then; a person at the door is not. */
export const CLEANING_LIMIT_MS = 400

/**
 * Quick exit: the screen is empty at once, everything on this phone is cleared, then the page is replaced, so that
 * Back does not lead here. One thing that fails never keeps the person here.
 * @param dropDraft tells the server to forget the draft's key; not waited for
 */
export async function leave(place: LeavingPlace, neutralHref: string, dropDraft: () => void): Promise<void> {
  attempt(place.emptyPage)
  attempt(place.tellWorker)
  attempt(dropDraft)
  attempt(() => {
    for (const storage of place.storages()) storage.clear()
  })
  const cleaning = Promise.allSettled(place.slowCleaners.map(async (clean) => clean()))
  await Promise.race([cleaning, place.wait(CLEANING_LIMIT_MS)])
  place.replace(neutralHref)
}

function attempt(act: () => void): void {
  try {
    act()
  } catch {
    // Storage may be blocked altogether (P6); leaving matters more than why.
  }
}
