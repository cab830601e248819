import { DISCIPLINES } from "@shn/domain"
import { describe, expect, it } from "vitest"
import { laneOfAnswers, noAnswers, toggleNow } from "./answers.ts"
import { facetsOf, provinceHidden } from "./facets.ts"

const answers = {
  ...noAnswers("ur"),
  where: "punjab" as const,
  story: "a secret story",
  about: "a secret name",
}

describe("what our computer is told", () => {
  it("is exactly eight things for each need, never the story and never a name", () => {
    for (const discipline of DISCIPLINES) {
      const facets = facetsOf(answers, discipline)
      expect(Object.keys(facets).sort()).toEqual(
        ["actFamily", "channel", "discipline", "genderWish", "lane", "languages", "minor", "province"].sort(),
      )
      expect(JSON.stringify(facets)).not.toContain("secret")
    }
  })

  it("names the province to find a lawyer, and to nobody else", () => {
    expect(facetsOf(answers, "legal").province).toBe("punjab")
    expect(facetsOf(answers, "psych").province).toBe("any")
    expect(provinceHidden(answers, "cyber")).toBe("not_needed")
  })

  it("hides the province where so few people live that it would point at one", () => {
    expect(facetsOf({ ...answers, where: "gb" }, "legal").province).toBe("any")
    expect(provinceHidden({ ...answers, languages: ["ur", "brh"] }, "legal")).toBe("would_say_too_much")
  })

  it("hides what happened when the person would rather not say", () => {
    expect(facetsOf(answers, "psych").actFamily).toBe("ask_human")
  })

  it("treats an unsaid age as unknown, not as grown up", () => {
    expect(facetsOf({ ...answers, age: "unsaid" }, "psych").minor).toBe("unknown")
    expect(facetsOf({ ...answers, age: "under_18" }, "psych").minor).toBe("yes")
    expect(facetsOf({ ...answers, age: "18_24" }, "psych").minor).toBe("no")
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
