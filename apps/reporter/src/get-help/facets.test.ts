import { DISCIPLINES } from "@shn/domain"
import type { ListedMember } from "@shn/sealed"
import { describe, expect, it } from "vitest"
import { laneOfAnswers, noAnswers, toggleNow } from "./answers.ts"
import { facetsOf, provinceHidden } from "./facets.ts"

const lawyer = {
  status: "active",
  disciplines: ["legal"],
  languages: ["ur", "en"],
} as unknown as ListedMember
const three = [lawyer, lawyer, lawyer]

const answers = {
  ...noAnswers("ur"),
  where: "punjab" as const,
  story: "a secret story",
  about: "a secret name",
}

describe("what our computer is told", () => {
  it("is exactly eight things for each need, never the story and never a name", () => {
    for (const discipline of DISCIPLINES) {
      const facets = facetsOf(answers, discipline, three)
      expect(Object.keys(facets).sort()).toEqual(
        ["actFamily", "channel", "discipline", "genderWish", "lane", "languages", "minor", "province"].sort(),
      )
      expect(JSON.stringify(facets)).not.toContain("secret")
    }
  })

  it("names the province to find a lawyer, and to nobody else", () => {
    expect(facetsOf(answers, "legal", three).province).toBe("punjab")
    expect(facetsOf(answers, "psych", three).province).toBe("any")
    expect(provinceHidden(answers, "cyber", three)).toBe("not_needed")
  })

  it("hides the province where so few lawyers speak the language that the choice would give the place away", () => {
    expect(facetsOf(answers, "legal", [lawyer, lawyer]).province).toBe("any")
    expect(provinceHidden({ ...answers, languages: ["ur", "brh"] }, "legal", three)).toBe(
      "would_say_too_much",
    )
    const left = { ...lawyer, status: "revoked" as const }
    expect(provinceHidden(answers, "legal", [lawyer, lawyer, left])).toBe("would_say_too_much")
  })

  it("hides what happened when the person would rather not say", () => {
    expect(facetsOf(answers, "psych", three).actFamily).toBe("ask_human")
  })

  it("treats an unsaid age as unknown, not as grown up", () => {
    expect(facetsOf({ ...answers, age: "unsaid" }, "psych", three).minor).toBe("unknown")
    expect(facetsOf({ ...answers, age: "under_18" }, "psych", three).minor).toBe("yes")
    expect(facetsOf({ ...answers, age: "18_24" }, "psych", three).minor).toBe("no")
  })

  it("counts 'rather not say' about danger one lane up, 'none of these' not", () => {
    expect(laneOfAnswers({ ...answers, now: { said: "unsaid" } })).toBe("P2")
    expect(laneOfAnswers({ ...answers, now: { said: "none" } })).toBe("P3")
  })

  it("opens the danger question again when the last tick is taken away", () => {
    const ticked = toggleNow({ said: "none" }, "threats")
    expect(laneOfAnswers({ ...answers, now: ticked })).toBe("P1")
    expect(toggleNow(ticked, "threats")).toEqual({ said: "nothing_yet" })
  })
})
