/** From here on a wrong clock is worth telling: an offer in lane P0 lives for 15 minutes. */
export const TELL_FROM_MS = 5 * 60_000

/** Whether the device's clock differs from the server's so much that times on the screen would mislead. */
export function isClockWrong(offsetMs: number): boolean {
  return Math.abs(offsetMs) >= TELL_FROM_MS
}
