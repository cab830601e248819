import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyInput, expert, input, keyId, MONDAY_10_PKT, need } from "../../../../tests/support/pool.ts"
import type { PoolMember } from "../expert-profile.ts"
import { type AssignmentInput, assign } from "./assign.ts"
import { POLICY } from "./policy.ts"

const HOUR = 3_600_000
const failedOf = (pool: readonly PoolMember[], facets = need(), part: Partial<AssignmentInput> = {}) =>
  assign(input(pool, facets, part))

describe("the two best for a need", () => {
  it("are the same whatever the order in which the pool is listed", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        expect(assign({ ...given, pool: given.pool.toReversed() })).toEqual(assign(given))
      }),
      { numRuns: 300 },
    )
  })

  it("put the one who knows this kind of case first", () => {
    const pool = [expert(1), expert(2, { skills: { workplace: 3 } }), expert(3, { skills: { workplace: 1 } })]
    expect(assign(input(pool)).picks).toEqual([keyId(2), keyId(3)])
  })

  it("are chosen by key when everything else is equal", () => {
    expect(assign(input([expert(9), expert(4), expert(7)])).picks).toEqual([keyId(4), keyId(7)])
  })

  it("keep the only Pashto-speaking woman lawyer for those who need her", () => {
    const languages = [
      { code: "ur", level: "native" },
      { code: "ps", level: "native" },
    ] as const
    const others = [1, 2, 3, 4, 5].map((n) => expert(n))
    const pool = [expert(0, { languages, skills: { workplace: 1 } }), ...others]
    const woman = { strength: "must", gender: "woman" } as const
    const inUrdu = assign(input(pool, need({ discipline: "legal", genderWish: woman })))
    expect(inUrdu.picks).not.toContain(keyId(0))
    expect(inUrdu.ranked.find((one) => one.keyId === keyId(0))?.prices.scarcity).toBe(18)
    const inPashto = assign(input(pool, need({ discipline: "legal", genderWish: woman, languages: ["ps"] })))
    expect(inPashto.picks).toEqual([keyId(0)])
  })

  it("give work to the one with room before the one who is nearly full", () => {
    const pool = [expert(1, { load: 26, skills: { workplace: 2 } }), expert(2, { skills: { workplace: 1 } })]
    expect(assign(input(pool)).picks[0]).toBe(keyId(2))
  })

  it("never hold a load price that falls while the load grows, nor one that grows more slowly", () => {
    const prices = Array.from(
      { length: 29 },
      (_, load) => assign(input([expert(1, { load })])).ranked[0]!.prices.load,
    )
    const steps = prices.slice(1).map((price, n) => price - prices[n]!)
    expect(prices[0]).toBe(0)
    expect(prices.at(-1)).toBe(40)
    for (const [n, step] of steps.entries()) expect(step).toBeGreaterThanOrEqual((steps[n - 1] ?? 0) - 0.011)
  })
})

describe("the end of an offer", () => {
  it("is counted in the hours of the helpline, which may be shorter than those of its experts", () => {
    const mornings = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 660 }))
    const urgent = need({ lane: "P1" })
    expect(assign(input([expert(1)], urgent)).offerDeadlineMs).toBe(MONDAY_10_PKT + 2 * HOUR)
    const counted = assign(input([expert(1)], urgent, { serviceHours: mornings }))
    expect(counted.offerDeadlineMs).toBe(MONDAY_10_PKT + 24 * HOUR)
  })
})

describe("an expert is not offered a need", () => {
  const cases: readonly [string, string, Partial<PoolMember>, Parameters<typeof need>[0]][] = [
    ["of another discipline", "discipline", { credentials: [] }, {}],
    [
      "after the licence ended yesterday",
      "credential_valid",
      {
        credentials: [
          { discipline: "psych", validUntil: expert(1).credentials[0]!.validUntil, provinces: [] },
        ],
      },
      {},
    ],
    ["in a language she does not know", "language_level", {}, { languages: ["ps"] }],
    [
      "as a psychologist with only basic command of the language",
      "language_level",
      { languages: [{ code: "ur", level: "basic" }] },
      {},
    ],
    [
      "by call with only basic command of the language",
      "language_level",
      { languages: [{ code: "ur", level: "basic" }] },
      { discipline: "cyber", channel: "voice_call" },
    ],
    ["when another gender must be", "gender_must", {}, { genderWish: { strength: "must", gender: "man" } }],
    ["of a child without clearance", "clearance_minors", { clearances: [] }, { minor: "yes" }],
    [
      "with money demanded and age unknown without clearance",
      "clearance_minors",
      { clearances: [] },
      { minor: "unknown", actFamily: "blackmail" },
    ],
    ["that is urgent without clearance", "clearance_urgent", { clearances: [] }, { lane: "P1" }],
    [
      "with intimate images without clearance",
      "clearance_sexual_violence",
      { clearances: ["minors"] },
      { actFamily: "intimate_images" },
    ],
    ["by a channel she cannot use", "channel", { channels: ["voice_call"] }, {}],
    ["when it would go one above the cap", "capacity", { cap: 30, load: 29 }, {}],
    [
      "as a second new one with eleven open and half the cap used",
      "new_case_limit",
      { newCases: 1, openCases: 11, load: 15 },
      {},
    ],
    ["while on leave", "on_leave", { leave: [{ from: "2026-11-22", to: "2026-11-23" }] as never }, {}],
    ["that falls due before she is on duty", "on_duty_before_deadline", { duty: [] }, {}],
  ]
  for (const [name, rule, part, wish] of cases) {
    it(name, () => {
      const nowMs = rule === "credential_valid" ? MONDAY_10_PKT + 101 * 24 * HOUR : MONDAY_10_PKT
      // A colleague of another discipline keeps the helpline's hours going.
      const colleague = expert(2, { credentials: [] })
      const decision = failedOf([expert(1, part), colleague], need(wish), { nowMs })
      expect(decision.picks).toEqual([])
      expect(decision.removed.find((one) => one.keyId === keyId(1))?.failedRules).toEqual([rule])
    })
  }

  it("after she declined it", () => {
    const decision = failedOf([expert(1), expert(2)], need(), { excluded: [keyId(1)] })
    expect(decision.picks).toEqual([keyId(2)])
    expect(decision.removed).toEqual([{ keyId: keyId(1), failedRules: ["excluded"] }])
  })
})

describe("an expert is still offered a need", () => {
  const allowed: readonly [string, Partial<PoolMember>, Parameters<typeof need>[0]][] = [
    [
      "on the last day of the licence",
      {
        credentials: [
          { discipline: "psych", validUntil: expert(1).credentials[0]!.validUntil, provinces: [] },
        ],
      },
      {},
    ],
    ["that fills the cap exactly", { cap: 30, load: 28 }, {}],
    ["as the first one of all", { openCases: 0, newCases: 0 }, {}],
    ["as a second new one with twelve open", { openCases: 12, newCases: 1, load: 15 }, {}],
    [
      "as the tenth new one while less than half the cap is used",
      { openCases: 9, newCases: 9, load: 14 },
      {},
    ],
    [
      "in writing with basic command, as a lawyer",
      { languages: [{ code: "ur", level: "basic" }] },
      { discipline: "legal" },
    ],
    ["with age unknown and no images, without clearance", { clearances: [] }, { minor: "unknown" }],
  ]
  for (const [name, part, wish] of allowed) {
    it(name, () => {
      const nowMs = name.includes("licence") ? MONDAY_10_PKT + 100 * 24 * HOUR : MONDAY_10_PKT
      expect(assign(input([expert(1, part)], need(wish), { nowMs })).picks).toEqual([keyId(1)])
    })
  }
})

describe("when nobody fits", () => {
  const inSindh = [
    { discipline: "legal", validUntil: expert(1).credentials[0]!.validUntil, provinces: ["sindh"] },
  ] as const

  it("the province is given up first, and the record says so", () => {
    const decision = assign(
      input([expert(1, { credentials: inSindh })], need({ discipline: "legal", province: "kp" })),
    )
    expect(decision.picks).toEqual([keyId(1)])
    expect(decision.relaxed).toEqual(["province"])
    expect(decision.bindingRule).toBe("credential_province")
    expect(decision.ranked[0]?.reasons).toContain("other_province")
  })

  it("a neighbouring language is tried next, and the person is told", () => {
    const languages = [{ code: "pa", level: "fluent" }] as const
    const decision = assign(input([expert(1, { languages })], need({ languages: ["skr"] })))
    expect(decision.relaxed).toEqual(["province", "dialect"])
    expect(decision.ranked[0]?.reasons).toContain("speaks_close_language")
    expect(decision.ranked[0]?.reasons).not.toContain("speaks_language")
  })

  it("discipline, a gender that must be, and clearance are never given up, nor is language but for a neighbour", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { facets } = given
        for (const pick of assign(given).picks) {
          const one = given.pool.find(({ keyId: key }) => key === pick)!
          const known = facets.languages.flatMap((code) => [code, ...(POLICY.closeLanguages[code] ?? [])])
          expect(one.credentials.map(({ discipline }) => discipline)).toContain(facets.discipline)
          expect(one.languages.some(({ code }) => known.includes(code))).toBe(true)
          if (facets.genderWish.strength === "must") expect(one.gender).toBe(facets.genderWish.gender)
          if (facets.minor === "yes") expect(one.clearances).toContain("minors")
          if (facets.lane === "P0" || facets.lane === "P1") expect(one.clearances).toContain("urgent")
        }
      }),
      { numRuns: 1000 },
    )
  })

  it("and giving up did not help either, the record tells what was wrong with each expert for the need as asked", () => {
    const decision = assign(
      input(
        [expert(1, { credentials: inSindh, channels: [] })],
        need({ discipline: "legal", province: "kp" }),
      ),
    )
    expect(decision).toMatchObject({ picks: [], relaxed: [] })
    expect(decision.relaxationsTried.map(({ fitting }) => fitting)).toEqual([0, 0])
    expect(decision.removed[0]?.failedRules).toEqual(["credential_province", "channel"])
  })

  it("the rule is named that alone would have let somebody in, even if another fails more often", () => {
    const pool = [
      expert(1, { channels: [] }),
      expert(2, { clearances: [], load: 30 }),
      expert(3, { clearances: [], load: 30 }),
    ]
    expect(assign(input(pool, need({ lane: "P1" }))).bindingRule).toBe("channel")
  })

  it("and no single rule would help, the one that fails most often is named", () => {
    const pool = [expert(1, { clearances: [], load: 30 }), expert(2, { channels: [], load: 30 })]
    expect(assign(input(pool, need({ lane: "P1" }))).bindingRule).toBe("capacity")
  })

  it("because there are no experts at all, the record says that", () => {
    const decision = assign(input([]))
    expect(decision).toMatchObject({ picks: [], bindingRule: "empty_pool", offerDeadlineMs: null })
  })
})
