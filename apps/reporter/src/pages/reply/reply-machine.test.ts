import { THREE_WAY } from "@shn/domain"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type ReplyAnswers, type ReplyQuestion, replyScreen } from "./reply-machine.ts"

const SAFE: Readonly<Record<string, "yes" | "no">> = {
  adult: "yes",
  not_urgent: "no",
  no_violence: "no",
  not_close: "no",
  no_images_or_money: "no",
  known_person: "yes",
  no_physical_access: "no",
  no_running_inquiry: "no",
  evidence_saved: "yes",
  fallback_contact: "yes",
  expert_read: "no",
  expert: "yes",
  plan: "yes",
}

/** Answers question after question until the page stops asking. */
function walk(answerOf: (question: ReplyQuestion) => "yes" | "no" | "unknown") {
  let answers: ReplyAnswers = {}
  const asked: ReplyQuestion[] = []
  for (;;) {
    const screen = replyScreen(answers)
    if (screen.show !== "question") return { screen, asked }
    asked.push(screen.question)
    expect(asked.length).toBeLessThan(15)
    answers = { ...answers, [screen.question]: answerOf(screen.question) }
  }
}

describe("the questions before a firm reply", () => {
  test("open the gate only when every point is safe", () => {
    const { screen, asked } = walk((question) => SAFE[question] ?? "unknown")
    expect(screen.show).toBe("open")
    expect(asked).toHaveLength(11)
  })

  test.each(Object.keys(SAFE).filter((question) => !["expert_read", "expert", "plan"].includes(question)))(
    "stop at once where %s is not safe, or not known, and name that point",
    (unsafe) => {
      for (const wrong of [SAFE[unsafe] === "yes" ? "no" : "yes", "unknown"] as const) {
        const { screen, asked } = walk((question) =>
          question === unsafe ? wrong : (SAFE[question] ?? "unknown"),
        )
        expect(screen).toEqual({ show: "held_back", by: unsafe })
        expect(asked.at(-1)).toBe(unsafe)
      }
    },
  )

  test("with power over marks, job or pay, ask for an expert and a plan, and open only with both", () => {
    const withPower = (expert: "yes" | "no", plan: "yes" | "no") =>
      walk((question) =>
        question === "expert_read"
          ? "yes"
          : question === "expert"
            ? expert
            : question === "plan"
              ? plan
              : (SAFE[question] ?? "unknown"),
      ).screen
    expect(withPower("yes", "yes")).toMatchObject({ show: "open", gate: { isExpertRead: true } })
    for (const [expert, plan] of [
      ["no", "yes"],
      ["yes", "no"],
    ] as const)
      expect(withPower(expert, plan)).toEqual({ show: "held_back", by: "expert_read" })
  })

  test("never open for a random set of answers unless all of them are the safe ones", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(SAFE)), fc.constantFrom(...THREE_WAY)),
        (given) => {
          const answers = given as ReplyAnswers
          if (replyScreen(answers).show !== "open") return
          for (const [question, safe] of Object.entries(SAFE).slice(0, 10))
            expect(answers[question as ReplyQuestion], question).toBe(safe)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
