/** How often the app asks what became of its releases, ms: a taking back locks an open package well within a minute. */
export const PULSE_MS = 20_000
/** Also while nothing answers: the line may come back at any moment, and a taking back with it. */
export const LONGEST_PULSE_MS = 40_000

/** The outside world of the pulse, handed in so that a test can be the clock and the window. */
export type PulsePorts = {
  /** Asks once. @returns whether an answer came */
  readonly ask: () => Promise<boolean>
  /** @returns forgets it */
  readonly after: (ms: number, then: () => void) => () => void
  /** Calls back when the line or the window comes back. @returns stops it */
  readonly onWake: (listener: () => void) => () => void
}

/**
 * Asks again and again, looked at or not: what lies open in a hidden tab has to lock as well.
 * @returns stops it
 */
export function startPulse({ ask, after, onWake }: PulsePorts): () => void {
  let failures = 0
  let isOver = false
  let isAsking = false
  let forget: () => void = () => undefined
  const beat = async () => {
    if (isAsking || isOver) return
    isAsking = true
    forget()
    failures = (await ask()) ? 0 : failures + 1
    isAsking = false
    if (!isOver) forget = after(nextPulseMs(failures), () => void beat())
  }
  const stopWaking = onWake(() => void beat())
  void beat()
  return () => {
    isOver = true
    forget()
    stopWaking()
  }
}

/** The pause before asking again. @param failures since the last answer */
export function nextPulseMs(failures: number): number {
  return failures < 2 ? PULSE_MS : LONGEST_PULSE_MS
}

/** This browser window. */
export function windowPulse(ask: () => Promise<boolean>): PulsePorts {
  return {
    ask,
    after: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
    onWake: (listener) => {
      const onVisible = () => {
        if (!document.hidden) listener()
      }
      document.addEventListener("visibilitychange", onVisible)
      addEventListener("online", listener)
      return () => {
        document.removeEventListener("visibilitychange", onVisible)
        removeEventListener("online", listener)
      }
    },
  }
}
