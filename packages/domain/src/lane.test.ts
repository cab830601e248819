import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isMoreUrgent, LANE_ITEMS, type LaneAnswers, type LaneItem, laneOf, raiseOnly } from "./lane.ts"
import { LANES, THREE_WAY } from "./vocabulary.ts"

const ITEMS: readonly LaneItem[] = [...LANE_ITEMS.P0, ...LANE_ITEMS.P1, ...LANE_ITEMS.P2]
const answer = fc.constantFrom(...THREE_WAY)
const anyAnswers: fc.Arbitrary<LaneAnswers> = fc.dictionary(fc.constantFrom(...ITEMS), answer)
const allNo: LaneAnswers = Object.fromEntries(ITEMS.map((item) => [item, "no"]))
const lane = fc.constantFrom(...LANES)

describe("the lane of a case", () => {
  for (const group of ["P0", "P1", "P2"] as const)
    for (const item of LANE_ITEMS[group])
      it(`is ${group} when only "${item}" is answered yes`, () => {
        expect(laneOf({ ...allNo, [item]: "yes" })).toBe(group)
      })

  it("is P3 when every answer is no", () => {
    expect(laneOf(allNo)).toBe("P3")
  })

  it("counts one lane up, and only one, when a question of the first group has no clear answer", () => {
    expect(laneOf({ ...allNo, danger_now: "unknown" })).toBe("P2")
    expect(laneOf({ ...allNo, danger_now: "unknown", suicidal_plan: "unknown" })).toBe("P2")
    expect(laneOf({ ...allNo, danger_now: "unknown", repeated: "yes" })).toBe("P1")
    expect(laneOf({ ...allNo, danger_now: "unknown", threats: "yes" })).toBe("P0")
  })

  it("does not change when a question of another group has no clear answer", () => {
    expect(laneOf({ ...allNo, threats: "unknown", repeated: "unknown" })).toBe("P3")
  })

  it("treats a question that was not reached like one not answered", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const filled = Object.fromEntries(ITEMS.map((item) => [item, answers[item] ?? "unknown"]))
        expect(laneOf(answers)).toBe(laneOf(filled))
      }),
    )
  })

  it("never falls when any answer becomes yes", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...ITEMS), (answers, item) => {
        expect(isMoreUrgent(laneOf(answers), laneOf({ ...answers, [item]: "yes" }))).toBe(false)
      }),
    )
  })

  it("is never lower for an unclear answer than for a no", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...ITEMS), (answers, item) => {
        const unclear = laneOf({ ...answers, [item]: "unknown" })
        expect(isMoreUrgent(laneOf({ ...answers, [item]: "no" }), unclear)).toBe(false)
      }),
    )
  })
})

describe("software", () => {
  it("can make a case more urgent and never less", () => {
    fc.assert(
      fc.property(lane, lane, (current, proposed) => {
        const next = raiseOnly(current, proposed)
        expect([current, proposed]).toContain(next)
        expect(isMoreUrgent(current, next) || isMoreUrgent(proposed, next)).toBe(false)
      }),
    )
  })
})
