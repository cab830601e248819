import { describe, expect, it } from "vitest"
import { noAnswers } from "./answers.ts"
import {
  type HelpEvent,
  type HelpState,
  helpReducer,
  leavesOnBack,
  MAX_STORY,
  STEPS,
  startOf,
  stepBefore,
} from "./machine.ts"

const start = startOf(noAnswers("ur"))
const run = (events: readonly HelpEvent[], from: HelpState = start) => events.reduce(helpReducer, from)
const next: HelpEvent = { type: "next" }
const back: HelpEvent = { type: "back" }

describe("getting help", () => {
  it("asks whether it is safe to talk before anything else", () => {
    expect(start.step).toBe("safe")
    expect(leavesOnBack(start)).toBe(true)
  })

  it("lets every question of the four taps be left open", () => {
    expect(run([next, next, next, next, next, next]).step).toBe("kinds")
  })

  it("shows numbers first to a person in danger now, and still lets them go on", () => {
    const inDanger = run([next, { type: "toggle_now", item: "danger_now" }, next])
    expect(inDanger.step).toBe("numbers")
    expect(run([next], inDanger).step).toBe("age")
  })

  it("does not stop a person who is not in danger at the numbers", () => {
    expect(run([next, { type: "set", change: { now: { said: "none" } } }, next]).step).toBe("age")
  })

  it("goes on only with at least one kind of help", () => {
    const kinds = { ...start, step: "kinds" as const }
    const refused = run([next], kinds)
    expect([refused.step, refused.problem]).toEqual(["kinds", "choose_one"])
    expect(run([{ type: "toggle_need", discipline: "legal" }, next], refused).step).toBe("expert")
  })

  it("takes the sentence away as soon as the person changes something", () => {
    const refused = run([next], { ...start, step: "kinds" })
    expect(run([{ type: "toggle_need", discipline: "psych" }], refused).problem).toBeNull()
  })

  it.each(["", "  \n\t "])("asks for a story when there is none: %j", (story) => {
    const at = { ...start, step: "story" as const, answers: { ...start.answers, story } }
    expect(run([next], at).problem).toBe("story_empty")
  })

  it.each([
    [MAX_STORY, "about"],
    [MAX_STORY + 1, "story"],
  ] as const)("takes a story of %i characters as far as %s", (length, step) => {
    const at = { ...start, step: "story" as const, answers: { ...start.answers, story: "ا".repeat(length) } }
    expect(run([next], at).step).toBe(step)
  })

  it("comes back to the review after one answer was changed there", () => {
    const editing = run([{ type: "edit", step: "what" }], { ...start, step: "review" })
    expect(run([next], editing)).toMatchObject({ step: "review", returnsToReview: false })
    expect(run([back], editing).step).toBe("review")
  })

  it("goes one screen back from every screen, keeping every answer", () => {
    for (const step of STEPS.filter((name) => name !== "sent" && name !== "safe")) {
      const at: HelpState = { ...start, step, answers: { ...start.answers, story: "mine" } }
      const before = run([back], at)
      expect(STEPS.indexOf(before.step)).toBeLessThan(STEPS.indexOf(step))
      expect(before.answers.story).toBe("mine")
    }
  })

  it("has no way from a sent case back into the form", () => {
    expect(stepBefore({ ...start, step: "sent" })).toBe("sent")
  })

  it("says which switch went off because its opposite went on", () => {
    const both = run([
      { type: "toggle_boundary", boundary: "no_prosecution" },
      { type: "toggle_boundary", boundary: "wants_investigation" },
    ])
    expect(both.answers.boundaries).toEqual(["wants_investigation", "no_media"])
    expect(both.switchedOff).toEqual([
      { boundary: "no_prosecution", because: "investigation_may_lead_to_court" },
    ])
  })

  it("keeps the languages in the order in which they were wished", () => {
    const state = run([
      { type: "toggle_language", language: "ps" },
      { type: "toggle_language", language: "ur" },
      { type: "toggle_language", language: "ur" },
    ])
    expect(state.answers.languages).toEqual(["ps", "ur"])
  })
})
