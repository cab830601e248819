/** Two presses further apart than this are two separate wishes. */
export const ESCAPE_WINDOW_MS = 700

/**
 * Notices Escape pressed twice.
 * @returns a function of (key, now in ms) that is true on the second press
 */
export function escapeTwice(): (key: string, nowMs: number) => boolean {
  let lastMs: number | null = null
  return (key, nowMs) => {
    if (key !== "Escape") {
      lastMs = null
      return false
    }
    const isSecond = lastMs !== null && nowMs - lastMs <= ESCAPE_WINDOW_MS
    lastMs = isSecond ? null : nowMs
    return isSecond
  }
}
