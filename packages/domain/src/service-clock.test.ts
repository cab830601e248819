import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { MONDAY_10_PKT, PKT } from "../../../tests/support/pool.ts"
import { clockStep, clockUsed, deadlineOf, offerDeadline } from "./service-clock.ts"
import { LANES } from "./vocabulary.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const office = {
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 })),
  offsetMinutes: PKT,
}
const always = {
  hours: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 })),
  offsetMinutes: PKT,
}
const anyTime = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minute) => MONDAY_10_PKT + minute * MINUTE)

describe("the promises", () => {
  it("are 15 and 30 minutes, 2 and 4, 12 and 24, 24 and 72 hours", () => {
    const minutes = LANES.map((lane) =>
      (["accept", "first_contact"] as const).map(
        (kind) => ((deadlineOf(lane, kind, MONDAY_10_PKT, always) ?? 0) - MONDAY_10_PKT) / MINUTE,
      ),
    )
    expect(minutes).toEqual([
      [15, 30],
      [120, 240],
      [720, 1440],
      [1440, 4320],
    ])
  })

  it("run at night only for people in danger", () => {
    const midnight = MONDAY_10_PKT + 14 * HOUR
    expect(deadlineOf("P0", "accept", midnight, office)).toBe(midnight + 15 * MINUTE)
    expect(deadlineOf("P1", "accept", midnight, office)).toBe(midnight + 11 * HOUR)
  })

  it("have no end that a machine could know if the helpline has no hours, except in danger", () => {
    const closed = { hours: [], offsetMinutes: PKT }
    expect(deadlineOf("P1", "accept", MONDAY_10_PKT, closed)).toBeNull()
    expect(offerDeadline("P3", MONDAY_10_PKT, closed)).toBeNull()
    expect(deadlineOf("P0", "accept", MONDAY_10_PKT, closed)).not.toBeNull()
  })
})

describe("silence", () => {
  it("brings a nudge at half time, the coordinator at four fifths, and a new offer at the end", () => {
    expect([0, 49.9, 50, 79.9, 80, 99.9, 100, 300].map(clockStep)).toEqual([
      "wait",
      "wait",
      "nudge",
      "nudge",
      "tell_coordinator",
      "tell_coordinator",
      "withdraw",
      "withdraw",
    ])
  })

  it("is withdrawn at the deadline and not a moment before", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANES), anyTime, (lane, start) => {
        const deadline = deadlineOf(lane, "accept", start, office)!
        expect(clockStep(clockUsed(lane, "accept", start, deadline, office))).toBe("withdraw")
        expect(clockStep(clockUsed(lane, "accept", start, deadline - MINUTE, office))).not.toBe("withdraw")
      }),
    )
  })

  it("uses up nothing before it begins", () => {
    for (const lane of LANES)
      expect(clockUsed(lane, "accept", MONDAY_10_PKT, MONDAY_10_PKT - HOUR, office)).toBe(0)
  })
})

describe("the stored end of an offer", () => {
  it("is never before the promise, and always on a five minute mark or a full hour", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANES), anyTime, (lane, start) => {
        const grain = lane === "P0" ? 5 * MINUTE : HOUR
        const exact = deadlineOf(lane, "accept", start, office)!
        const stored = offerDeadline(lane, start, office)!
        expect(stored % grain).toBe(0)
        expect(stored - exact).toBeGreaterThanOrEqual(0)
        expect(stored - exact).toBeLessThan(grain)
      }),
    )
  })
})
