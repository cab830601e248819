import { addServiceTime, serviceTimeBetween, type WeeklyHours } from "./service-hours.ts"
import type { PriorityLane } from "./vocabulary.ts"

const MS_PER_MINUTE = 60_000

/** The two promises of a lane: that somebody takes the need, and that the person then hears from them. */
export type ClockKind = "accept" | "first_contact"

/** Limits in minutes. P0 runs round the clock; the others count duty time only. PRODUCT section 6, Clock. */
export const CLOCK_LIMITS: Readonly<
  Record<PriorityLane, Readonly<Record<ClockKind, number>> & { readonly countsDutyOnly: boolean }>
> = {
  P0: { accept: 15, first_contact: 30, countsDutyOnly: false },
  P1: { accept: 2 * 60, first_contact: 4 * 60, countsDutyOnly: true },
  P2: { accept: 12 * 60, first_contact: 24 * 60, countsDutyOnly: true },
  P3: { accept: 24 * 60, first_contact: 72 * 60, countsDutyOnly: true },
}

/** What is due, mildest first. */
export const CLOCK_STEPS = ["wait", "nudge", "tell_coordinator", "withdraw"] as const
export type ClockStep = (typeof CLOCK_STEPS)[number]

/** Shares of the limit, in per cent, from which each step is due. */
const STEP_FROM: readonly (readonly [ClockStep, number])[] = [
  ["withdraw", 100],
  ["tell_coordinator", 80],
  ["nudge", 50],
]

/** When the helpline works, and where its midnight is. */
export type ServiceTime = {
  /** Usually the duty hours of the whole pool together. */
  readonly hours: WeeklyHours
  /** Minutes ahead of UTC; Pakistan +300. */
  readonly offsetMinutes: number
}

/**
 * When a promise that began at `startMs` falls due (ms since 1970 UTC).
 * @returns null if the lane counts duty time and the helpline has none: a human must decide.
 */
export function deadlineOf(
  lane: PriorityLane,
  kind: ClockKind,
  startMs: number,
  service: ServiceTime,
): number | null {
  const limitMs = CLOCK_LIMITS[lane][kind] * MS_PER_MINUTE
  if (!CLOCK_LIMITS[lane].countsDutyOnly) return startMs + limitMs
  return addServiceTime(startMs, limitMs, service.hours, service.offsetMinutes)
}

/** Share of the limit that is used up, in per cent; above 100 when late. */
export function clockUsed(
  lane: PriorityLane,
  kind: ClockKind,
  startMs: number,
  nowMs: number,
  service: ServiceTime,
): number {
  const usedMs = CLOCK_LIMITS[lane].countsDutyOnly
    ? serviceTimeBetween(startMs, nowMs, service.hours, service.offsetMinutes)
    : Math.max(0, nowMs - startMs)
  return (100 * usedMs) / (CLOCK_LIMITS[lane][kind] * MS_PER_MINUTE)
}

/** What is due now: a nudge at half time, the coordinator at 80 %, withdrawal and a new offer at the end. */
export function clockStep(usedPercent: number): ClockStep {
  return STEP_FROM.find(([, from]) => usedPercent >= from)?.[0] ?? "wait"
}

/**
 * The end of an offer as it is stored and shown: `deadlineOf` the accept clock, rounded up to 5 minutes in P0 and
 * to a full hour otherwise, so that the stored time does not tell to the second when somebody asked for help.
 */
export function offerDeadline(lane: PriorityLane, startMs: number, service: ServiceTime): number | null {
  const deadlineMs = deadlineOf(lane, "accept", startMs, service)
  const grainMs = (lane === "P0" ? 5 : 60) * MS_PER_MINUTE
  return deadlineMs === null ? null : Math.ceil(deadlineMs / grainMs) * grainMs
}
