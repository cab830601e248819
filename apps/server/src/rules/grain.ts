/** Times that must exist for a while are kept no finer than this on the reporter's side. PROTOCOL P3. */
export const FIVE_MINUTES_MS = 5 * 60 * 1000

export function ceilTo(ms: number, grainMs: number): number {
  return Math.ceil(ms / grainMs) * grainMs
}

export function floorTo(ms: number, grainMs: number): number {
  return Math.floor(ms / grainMs) * grainMs
}
