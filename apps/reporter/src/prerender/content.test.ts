import { LOCALES } from "@shn/domain"
import { loadCards } from "@shn/guidance"
import { describe, expect, it } from "vitest"
import { firstNumbers, numbersOf } from "../hotlines/hotline.ts"
import { dangerContent } from "./content.ts"

const english = await loadCards("en", "danger-now")

describe("the numbers of the danger page", () => {
  it.each(LOCALES)("are there in %s, each with who answers and when", async (locale) => {
    const { hotlines, advice } = dangerContent(await loadCards(locale, "danger-now"))
    expect(firstNumbers(hotlines).map((line) => line.number)).toEqual(["15", "1122", "1799", "0311-7786264"])
    for (const line of hotlines) expect([line.name, line.hours, line.forWhom]).not.toContain("")
    expect(advice.length).toBeGreaterThan(0)
  })
  it("say where we could not confirm everything", () => {
    const { hotlines } = dangerContent(english)
    expect(hotlines.find((line) => line.number === "1122")?.needsCheck).toBe(true)
    expect(hotlines.find((line) => line.number === "15")?.needsCheck).toBe(false)
  })
  it("name the own lines of a province", () => {
    expect(numbersOf(dangerContent(english).hotlines, "punjab").map((line) => line.number)).toContain("1043")
  })
  it("stop a build that has none", () => {
    expect(() => dangerContent([])).toThrow()
    expect(() => dangerContent(english.filter((card) => card.kind !== "hotline"))).toThrow()
  })
})
