/** How often an open screen asks again, in ms. Offers in lane P0 live for 15 minutes; 20 s is quiet and quick enough. */
export const POLL_MS = 20_000
/** The longest pause after repeated failures: five minutes, so that a phone without network is not drained. */
export const LONGEST_PAUSE_MS = 300_000

/** What is known when deciding about the next question to the server. */
export type PollState = {
  readonly isVisible: boolean
  /** Failures since the last success. */
  readonly failures: number
}

/**
 * How long to wait before asking again.
 * @returns ms; null when nobody looks at the screen: then nothing is asked until somebody does.
 */
export function nextPollMs(state: PollState): number | null {
  if (!state.isVisible) return null
  return Math.min(POLL_MS * 2 ** Math.min(state.failures, 10), LONGEST_PAUSE_MS)
}
