import { addDays, CLOCK_LIMITS, type Day, dayOf, type PriorityLane } from "@shn/domain"
import { PAKISTAN_OFFSET_MINUTES } from "@shn/ui"

/** By when the person hears from somebody, and a day on which looking again is worth it. */
export type AnswerPromise = {
  readonly minutes: number
  /** The minutes count only while the helpline is open. */
  readonly countsDutyOnly: boolean
  readonly comeBackOn: Day
}

const MINUTES_PER_DAY = 1440

/** What we promise for a lane. @param nowMs this device's clock */
export function promiseFor(lane: PriorityLane, nowMs: number): AnswerPromise {
  const { first_contact: minutes, countsDutyOnly } = CLOCK_LIMITS[lane]
  const today = dayOf(nowMs + PAKISTAN_OFFSET_MINUTES * 60_000)
  // Under an hour it is worth looking again today; otherwise the first whole day after the limit.
  const days = minutes < 60 ? 0 : Math.ceil(minutes / MINUTES_PER_DAY)
  return { minutes, countsDutyOnly, comeBackOn: addDays(today, days) }
}
