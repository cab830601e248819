/** A desk that nobody has touched for this long was walked away from. The server's own limit, which our asking would keep pushing on. */
export const AWAY_MS = 60 * 60_000
/** How often a desk looks at the clock: a computer that slept is noticed within this of waking. */
const LOOK_MS = 15_000

/** The little of the browser that shows whether somebody is there, as a parameter so that a test can be the browser. */
export type Presence = {
  readonly now: () => number
  /** Calls back at every touch of keyboard, pointer or wheel. @returns stops it */
  readonly onTouch: (listener: () => void) => () => void
  /** @returns stops it */
  readonly every: (ms: number, listener: () => void) => () => void
}

/**
 * Says once when nobody has touched the desk for an hour.
 * @returns stops watching
 */
export function watchPresence(presence: Presence, onAway: () => void): () => void {
  let touchedMs = presence.now()
  const stops = [
    presence.onTouch(() => {
      // Only a touch in time counts: the first one after the hour may be somebody else's.
      if (presence.now() - touchedMs < AWAY_MS) touchedMs = presence.now()
    }),
    presence.every(LOOK_MS, () => {
      if (presence.now() - touchedMs < AWAY_MS) return
      stop()
      onAway()
    }),
  ]
  const stop = () => {
    for (const end of stops) end()
  }
  return stop
}

const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const

/** This browser window. @param now this device's clock */
export function browserPresence(now: () => number): Presence {
  return {
    now,
    onTouch: (listener) => {
      for (const name of TOUCHES) addEventListener(name, listener, { passive: true })
      return () => {
        for (const name of TOUCHES) removeEventListener(name, listener)
      }
    },
    every: (ms, listener) => {
      const timer = setInterval(listener, ms)
      return () => clearInterval(timer)
    },
  }
}
