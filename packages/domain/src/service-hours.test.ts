import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day, MONDAY_10_PKT, PKT } from "../../../tests/support/pool.ts"
import {
  addServiceTime,
  isOnDuty,
  localDay,
  nextOnDuty,
  serviceTimeBetween,
  type WeeklyHours,
} from "./service-hours.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WEEK = 7 * 24 * HOUR
const MON_TO_FRI: WeeklyHours = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  fromMinute: 540,
  toMinute: 1020,
}))

const anyHours = fc.array(
  fc.record({
    weekday: fc.integer({ min: 0, max: 6 }),
    fromMinute: fc.integer({ min: 0, max: 1440 }),
    toMinute: fc.integer({ min: 0, max: 1440 }),
  }),
  { maxLength: 6 },
)
const anyTime = fc.integer({ min: 0, max: 2 * WEEK }).map((ms) => MONDAY_10_PKT + ms)
const anyOffset = fc.integer({ min: -720, max: 840 })

describe("the hours of the helpline", () => {
  it("are those of its own clock, not of the server's", () => {
    expect(isOnDuty(MON_TO_FRI, Date.UTC(2026, 10, 23, 3, 59), PKT)).toBe(false)
    expect(isOnDuty(MON_TO_FRI, Date.UTC(2026, 10, 23, 4, 0), PKT)).toBe(true)
    expect(isOnDuty(MON_TO_FRI, Date.UTC(2026, 10, 23, 11, 59), PKT)).toBe(true)
    expect(isOnDuty(MON_TO_FRI, Date.UTC(2026, 10, 23, 12, 0), PKT)).toBe(false)
    expect(localDay(Date.UTC(2026, 10, 22, 19, 0), PKT)).toBe("2026-11-23")
  })

  it("go on after the weekend", () => {
    const friday16 = MONDAY_10_PKT + (4 * 24 + 6) * HOUR
    expect(addServiceTime(friday16, 2 * HOUR, MON_TO_FRI, PKT)).toBe(MONDAY_10_PKT + WEEK)
    expect(serviceTimeBetween(friday16, MONDAY_10_PKT + WEEK, MON_TO_FRI, PKT)).toBe(2 * HOUR)
  })

  it("end when the last hour ends, not when the next one begins", () => {
    expect(addServiceTime(MONDAY_10_PKT, 7 * HOUR, MON_TO_FRI, PKT)).toBe(MONDAY_10_PKT + 7 * HOUR)
    expect(addServiceTime(MONDAY_10_PKT, 40 * HOUR, MON_TO_FRI, PKT)).toBe(MONDAY_10_PKT + WEEK)
  })

  it("count once where two people are on duty together", () => {
    const twice = [...MON_TO_FRI, { weekday: 1, fromMinute: 600, toMinute: 1080 }]
    expect(serviceTimeBetween(MONDAY_10_PKT, MONDAY_10_PKT + 24 * HOUR, twice, PKT)).toBe(9 * HOUR)
  })

  it("never come if nobody is ever on duty", () => {
    expect(addServiceTime(MONDAY_10_PKT, 1, [{ weekday: 1, fromMinute: 600, toMinute: 600 }], PKT)).toBeNull()
    expect(nextOnDuty({ duty: [], leave: [] }, MONDAY_10_PKT, PKT)).toBeNull()
  })

  it("added and then measured give the same", () => {
    fc.assert(
      fc.property(
        anyTime,
        fc.integer({ min: 1, max: 80 * 60 }),
        anyHours,
        anyOffset,
        (from, minutes, hours, offset) => {
          const to = addServiceTime(from, minutes * MINUTE, hours, offset)
          fc.pre(to !== null && to - from < 60 * WEEK)
          expect(serviceTimeBetween(from, to, hours, offset)).toBe(minutes * MINUTE)
          expect(serviceTimeBetween(from, to - 1, hours, offset)).toBe(minutes * MINUTE - 1)
        },
      ),
    )
  })
})

describe("the next time on duty", () => {
  it("is now, for somebody on duty now", () => {
    expect(nextOnDuty({ duty: MON_TO_FRI, leave: [] }, MONDAY_10_PKT, PKT)).toBe(MONDAY_10_PKT)
  })

  it("is the first morning after leave", () => {
    const leave = [{ from: day(-1), to: day(1) }]
    expect(nextOnDuty({ duty: MON_TO_FRI, leave }, MONDAY_10_PKT, PKT)).toBe(MONDAY_10_PKT + 47 * HOUR)
  })

  it("has no earlier minute on duty before it", () => {
    fc.assert(
      fc.property(anyTime, anyHours, anyOffset, (from, duty, offset) => {
        const next = nextOnDuty({ duty, leave: [] }, from, offset)
        fc.pre(next !== null)
        expect(serviceTimeBetween(from, next, duty, offset)).toBe(0)
        expect(serviceTimeBetween(next, next + 1, duty, offset)).toBe(1)
      }),
    )
  })
})
