/**
 * How many parts travel at once. A bad line carries one part where four would only be in each other's way: after every
 * loss fewer travel, after every success one more, up to the most.
 */
export type Lanes = {
  /** Runs the journey when a lane is free. */
  readonly travel: <T extends { readonly ok: boolean }>(journey: () => Promise<T>) => Promise<T>
  /** A journey that had counted as a loss was none: what it brought is kept. */
  readonly gained: () => void
}

/** @param most lanes at once, at least 1 */
export function lanes(most: number): Lanes {
  let allowed = Math.min(2, most)
  let busy = 0
  const queue: (() => void)[] = []
  const letIn = () => {
    while (busy < allowed) {
      const next = queue.shift()
      if (next === undefined) return
      busy++
      next()
    }
  }
  return {
    gained() {
      allowed = Math.min(most, allowed * 2)
      letIn()
    },
    async travel(journey) {
      const turn = new Promise<void>((resume) => queue.push(resume))
      letIn()
      await turn
      try {
        const arrived = await journey()
        allowed = arrived.ok ? Math.min(most, allowed + 1) : Math.max(1, Math.floor(allowed / 2))
        return arrived
      } finally {
        busy--
        letIn()
      }
    },
  }
}
