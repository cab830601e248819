import { CLOCK_LIMITS, type PriorityLane } from "@shn/domain"

/** How loudly the clock of an offer speaks. The ladder of PRODUCT section 6: nudge at half, a coordinator at 80 %. */
export type ClockTone = "calm" | "soon" | "last" | "over"

export type OfferClock = {
  readonly tone: ClockTone
  /** Whole minutes left, rounded down so that nobody counts on time that is not there; 0 when over. */
  readonly minutesLeft: number
  /** The whole time that a lane gives for an answer, in minutes. */
  readonly minutesGiven: number
}

const MS_PER_MINUTE = 60_000

/**
 * Where an offer stands against its deadline.
 * @param deadlineMs the server's rounded-up deadline, ms since 1970 UTC.
 * @param nowMs the server's time as best known here, so that a wrong device clock does not lose an offer.
 */
export function offerClock(lane: PriorityLane, deadlineMs: number, nowMs: number): OfferClock {
  const minutesGiven = CLOCK_LIMITS[lane].accept
  const leftMs = deadlineMs - nowMs
  if (leftMs <= 0) return { tone: "over", minutesLeft: 0, minutesGiven }
  const minutes = leftMs / MS_PER_MINUTE
  // A deadline is rounded up and waits for duty hours, so more than the whole time can be left.
  const used = 1 - minutes / minutesGiven
  return { tone: toneOf(used), minutesLeft: Math.floor(minutes), minutesGiven }
}

/** How far this device's clock is behind the server's, in ms; add it to the device's time. */
export function clockOffset(serverTime: string, deviceMs: number): number {
  const serverMs = Date.parse(serverTime)
  return Number.isNaN(serverMs) ? 0 : serverMs - deviceMs
}

function toneOf(used: number): ClockTone {
  if (used >= 0.8) return "last"
  return used >= 0.5 ? "soon" : "calm"
}
