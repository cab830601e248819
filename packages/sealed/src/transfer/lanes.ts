/**
 * How many parts travel at once. A bad line carries one whole part between two cuts where four halves would all be
 * lost: after every loss fewer travel, after every success one more, up to the most.
 */
export type Lanes = {
  /** Runs the journey when a lane is free. */
  readonly travel: <T extends { readonly ok: boolean }>(journey: () => Promise<T>) => Promise<T>
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
