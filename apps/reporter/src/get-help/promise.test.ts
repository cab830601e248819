import { describe, expect, it } from "vitest"
import { promiseFor } from "./promise.ts"

// 23 November 2026, 07:00 in Pakistan
const morning = Date.parse("2026-11-23T02:00:00Z")

describe("by when somebody answers", () => {
  it.each([
    ["P0", 30, false, "2026-11-23"],
    ["P1", 240, true, "2026-11-24"],
    ["P2", 1440, true, "2026-11-24"],
    ["P3", 4320, true, "2026-11-26"],
  ] as const)("promises lane %s an answer in %i minutes", (lane, minutes, countsDutyOnly, comeBackOn) => {
    expect(promiseFor(lane, morning)).toEqual({ minutes, countsDutyOnly, comeBackOn })
  })
  it("counts days as Pakistan does, not as London does", () => {
    const lateEvening = Date.parse("2026-11-23T20:30:00Z")
    expect(promiseFor("P0", lateEvening).comeBackOn).toBe("2026-11-24")
  })
})
