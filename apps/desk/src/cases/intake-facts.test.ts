import { LANE_ITEMS } from "@shn/domain"
import type { Intake } from "@shn/sealed"
import { describe, expect, it } from "vitest"
import { intakeFacts } from "./intake-facts.ts"

const intake = (answers: Record<string, string>): Intake => ({
  story: "",
  boundaries: [],
  ageBand: "18_24",
  locale: "ur",
  answers,
  safeContact: "",
  previewKeys: {},
})

describe("what a person told in taps", () => {
  it("is read back in full", () => {
    const facts = intakeFacts(
      intake({
        safe_to_talk: "no",
        now: "threats danger_now",
        what: "blackmail",
        where: "sindh",
        channel: "messages",
        about: " R. from the third floor ",
      }),
    )
    expect(facts).toEqual({
      age: "18_24",
      isSafeToTalk: false,
      act: "blackmail",
      province: "sindh",
      channel: "messages",
      trueNow: ["danger_now", "threats"],
      danger: "some",
      about: "R. from the third floor",
      others: [],
    })
  })
  it("keeps 'none of these' apart from 'rather not say'", () => {
    expect(intakeFacts(intake({ now: "none" })).danger).toBe("none")
    expect(intakeFacts(intake({ now: "unsaid" })).danger).toBe("unsaid")
    expect(intakeFacts(intake({})).danger).toBe("unsaid")
  })
  it("puts every danger that may be asked about into words", () => {
    const all = Object.values(LANE_ITEMS).flat()
    expect(intakeFacts(intake({ now: all.join(" ") })).trueNow).toEqual(all)
  })
  it("shows an answer to a question that this desk does not know yet", () => {
    expect(intakeFacts(intake({ hearing: "on Friday" })).others).toEqual([
      { question: "hearing", answer: "on Friday" },
    ])
  })
  it("takes no odd value for an answer", () => {
    const facts = intakeFacts(
      intake({ what: "nonsense", where: "moon", channel: "pigeon", safe_to_talk: "maybe" }),
    )
    expect([facts.act, facts.province, facts.channel, facts.isSafeToTalk]).toEqual([null, null, null, null])
  })
})
