/** A difference of clocks above this must be confirmed by the person before they sign: the days in the text would be wrong. */
export const CLOCK_MAX_DIFFERENCE_MS = 2 * 86_400_000

/** How the phone's clock stands to the server's. Positive: the phone is ahead. */
export type ClockDifference = { readonly aheadMs: number; readonly mustConfirm: boolean }

/** @param deviceMs the phone's clock @param serverMs the time in the server's answer, in milliseconds since 1970 UTC */
export function clockDifference(deviceMs: number, serverMs: number): ClockDifference {
  const aheadMs = deviceMs - serverMs
  return { aheadMs, mustConfirm: Math.abs(aheadMs) > CLOCK_MAX_DIFFERENCE_MS }
}
