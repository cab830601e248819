import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, dayOf, daysBetween, parseDay } from "./day.ts"

describe("a day", () => {
  it("exists in the calendar", () => {
    for (const real of ["2026-11-23", "2028-02-29", "2000-02-29"])
      expect(parseDay(real)).toEqual({ ok: true, value: real })
    for (const unreal of ["2026-02-29", "2026-04-31", "2026-13-01", "2026-1-1", "2026-11-23T00:00", ""])
      expect(parseDay(unreal)).toEqual({ ok: false, error: "not-a-day" })
  })

  it("forgets the hour", () => {
    expect(dayOf(Date.UTC(2026, 10, 23, 0, 0))).toBe(dayOf(Date.UTC(2026, 10, 23, 23, 59, 59, 999)))
  })

  it("counts forwards and back to the same", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: -3000, max: 3000 }),
        (start, days) => {
          const day = dayOf(start * 86_400_000)
          fc.pre(start + days >= 0)
          expect(daysBetween(day, addDays(day, days))).toBe(days)
        },
      ),
    )
  })
})
