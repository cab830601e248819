import { describe, expect, it } from "vitest"
import { day, expert } from "../../../../tests/support/pool.ts"
import { countExpertsInCell, provinceToAsk } from "./province.ts"

const cell = { discipline: "legal", language: "ur", province: "balochistan" } as const

describe("the province", () => {
  it("is kept from the router where fewer than three experts could be meant", () => {
    expect([0, 1, 2, 3, 4].map((count) => provinceToAsk("gb", count))).toEqual([
      "any",
      "any",
      "any",
      "gb",
      "gb",
    ])
  })

  it("stays unsaid when the person did not say it", () => {
    expect(provinceToAsk("any", 40)).toBe("any")
  })
})

describe("an expert counts for a cell", () => {
  const count = (...part: Parameters<typeof expert>) => countExpertsInCell([expert(...part)], cell, day(0))

  it("with the discipline, the language and the province", () => {
    expect(count(1)).toBe(1)
    expect(count(1, { reach: ["balochistan"] })).toBe(1)
    const lastDay = { discipline: "legal", validUntil: day(0), provinces: ["balochistan"] } as const
    expect(count(1, { credentials: [lastDay] })).toBe(1)
  })

  it("not without any one of them, nor when the licence is over or on leave", () => {
    const legal = { discipline: "legal", validUntil: day(1), provinces: [] } as const
    expect(count(1, { languages: [{ code: "ps", level: "native" }] })).toBe(0)
    expect(count(1, { reach: ["sindh"] })).toBe(0)
    expect(count(1, { credentials: [{ ...legal, discipline: "psych" }] })).toBe(0)
    expect(count(1, { credentials: [{ ...legal, provinces: ["sindh"] }] })).toBe(0)
    expect(count(1, { credentials: [{ ...legal, validUntil: day(-1) }] })).toBe(0)
    expect(count(1, { leave: [{ from: day(0), to: day(0) }] })).toBe(0)
  })

  it("even when full today, so that a new case does not change the answer", () => {
    expect(count(1, { load: 30 })).toBe(1)
  })
})
