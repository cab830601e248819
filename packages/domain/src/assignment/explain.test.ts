import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyInput, expert, input, keyId, need } from "../../../../tests/support/pool.ts"
import { assign } from "./assign.ts"
import { HARD_RULES } from "./decision.ts"
import { explain, replay } from "./explain.ts"
import { POLICY } from "./policy.ts"

describe("a stored decision", () => {
  it("comes out the same when it is made again from its stored inputs", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const stored = JSON.parse(JSON.stringify({ given, decision: assign(given) }))
        expect(replay(stored.given, stored.decision)).toBe("same")
      }),
      { numRuns: 300 },
    )
  })

  it("is the same whatever the order in which its fields were written down", () => {
    const given = input([expert(1), expert(2)])
    const backwards = Object.fromEntries(Object.entries(assign(given)).toReversed())
    expect(replay(given, backwards as never)).toBe("same")
  })

  it("that somebody changed is found out", () => {
    const given = input([expert(1), expert(2)])
    const decision = assign(given)
    expect(replay(given, { ...decision, picks: decision.picks.toReversed() })).toBe("different")
    expect(replay({ ...given, excluded: [keyId(1)] }, decision)).toBe("different")
    expect(replay({ ...given, policy: { ...POLICY, version: "another" } }, decision)).toBe("different")
  })
})

describe("the person is told", () => {
  const woman = { strength: "prefer", gender: "woman" } as const

  it("that the expert is of the gender asked, speaks the language, knows the matter and is free now", () => {
    const given = input(
      [expert(1, { skills: { education: 3 }, reach: ["kp"] })],
      need({ genderWish: woman, actFamily: "education", province: "kp", minor: "yes" }),
    )
    expect(explain(assign(given)).person).toEqual({
      picks: [
        {
          keyId: keyId(1),
          reasons: [
            "gender_as_asked",
            "speaks_language",
            "knows_this_kind",
            "trained_for_young_people",
            "free_now",
            "reaches_province",
          ],
        },
      ],
      isWithCoordinators: false,
    })
  })

  it("nothing that is not so", () => {
    const evening = [{ weekday: 1, fromMinute: 18 * 60, toMinute: 22 * 60 }]
    const given = input([expert(1, { gender: "man", duty: evening })], need({ genderWish: woman }))
    expect(explain(assign(given)).person.picks[0]?.reasons).toEqual([
      "speaks_language",
      "free_before_deadline",
    ])
  })

  it("no points, no prices and nothing about experts who were left out", () => {
    const given = input([expert(1), expert(2, { channels: [] })])
    const told = JSON.stringify(explain(assign(given)).person)
    expect(told).not.toContain(keyId(2))
    expect(told).not.toMatch(/score|net|price|rule/)
  })

  it("that the expert knows the matter after three closed cases of it, whatever the skill says", () => {
    const reasons = (closed: number) =>
      explain(assign(input([expert(1, { experience: { workplace: closed } })]))).person.picks[0]?.reasons
    expect(reasons(2)).not.toContain("knows_this_kind")
    expect(reasons(3)).toContain("knows_this_kind")
  })

  it("not that the expert knows the matter, when the person has not told the computer what the matter is", () => {
    const given = input([expert(1, { skills: { ask_human: 3 } })], need({ actFamily: "ask_human" }))
    expect(explain(assign(given)).person.picks[0]?.reasons).not.toContain("knows_this_kind")
  })

  it("that the expert has helped before, where that is known", () => {
    const given = input([expert(1), expert(2)], need(), { knownBefore: [keyId(2)] })
    const { picks } = explain(assign(given)).person
    expect(picks.map(({ keyId: key, reasons }) => [key, reasons.includes("knows_you")])).toEqual([
      [keyId(2), true],
      [keyId(1), false],
    ])
  })

  it("of two experts and never of a third", () => {
    const { person, coordinator } = explain(assign(input([expert(1), expert(2), expert(3)])))
    expect(person.picks.map(({ keyId: key }) => key)).toEqual([keyId(1), keyId(2)])
    expect(coordinator.picks.map(({ keyId: key }) => key)).toEqual([keyId(1), keyId(2)])
  })

  it("that coordinators take over when nobody fits", () => {
    expect(explain(assign(input([]))).person).toEqual({ picks: [], isWithCoordinators: true })
  })
})

describe("the coordinator is told", () => {
  it("how many experts each rule left out, and each of them by name", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { coordinator, auditor } = explain(assign(given))
        const failures = auditor.removed.flatMap(({ failedRules }) => failedRules)
        expect(coordinator.ruleCounts.map(({ rule }) => rule)).toEqual(
          HARD_RULES.filter((rule) => failures.includes(rule)),
        )
        expect(coordinator.ruleCounts.reduce((sum, { count }) => sum + count, 0)).toBe(failures.length)
        expect(auditor.removed.length + auditor.ranked.length).toBe(given.pool.length)
      }),
      { numRuns: 300 },
    )
  })
})
