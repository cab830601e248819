import { LANE_ITEMS } from "@shn/domain"
import { cardsOf, dangerOf, decisionTables, evaluate, loadCards } from "@shn/guidance"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { noAnswers } from "../../get-help/answers.ts"
import { carriedAnswers } from "./carried-answers.ts"
import { answer, type CheckState, NO_CHECK, questionNow, takeBack } from "./check-machine.ts"

const cards = [...(await loadCards("en", "check")), ...(await loadCards("en", "types"))]
const tables = decisionTables(cards)

/** Answers every question with the option that `pick` chooses, and gives every state on the way. */
function walk(pick: (options: number) => number): readonly CheckState[] {
  const states: CheckState[] = [NO_CHECK]
  for (;;) {
    const state = states.at(-1) ?? NO_CHECK
    const card = questionNow(tables, state)
    if (card === null) return states
    expect(states.length).toBeLessThan(20)
    states.push(answer(state, card, [card.meta.codes[pick(card.meta.codes.length)] ?? "?"]))
  }
}
const picks = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 })
const walkBy = (numbers: readonly number[]) => {
  let at = 0
  return walk((options) => (numbers[at++] ?? 0) % options)
}

describe('the questions of "is this harassment?"', () => {
  test("always end, and every way through them has a result", () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const last = walkBy(numbers).at(-1) ?? NO_CHECK
        expect(evaluate(tables, cards, last.answers).types.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test("can be taken back one by one, and a taken answer leaves nothing behind", () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const states = walkBy(numbers)
        states.forEach((state, at) => {
          expect(takeBack(state)).toEqual(states[Math.max(0, at - 1)])
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe("answers that are taken along to get help", () => {
  test('never turn an open or unclear danger question into a "no"', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const { answers } = walkBy(numbers).at(-1) ?? NO_CHECK
        const { flags } = dangerOf(tables, answers)
        const carried = carriedAnswers(
          noAnswers("ur"),
          answers,
          flags,
          evaluate(tables, cards, answers),
          cards,
        )
        const yes = Object.values(LANE_ITEMS)
          .flat()
          .filter((item) => flags[item] === "yes")
        expect(carried.now).toEqual(yes.length > 0 ? { said: "some", items: yes } : { said: "nothing_yet" })
        expect(carried.age).toBe(answers.minor === "yes" ? "under_18" : null)
        expect(carried.story).toBe("")
      }),
      { numRuns: 300 },
    )
  })

  test("name the kind of act that the first result belongs to", () => {
    const online = {
      act: ["demand"],
      relationship: "stranger",
      setting: "online",
      minor: "no",
      flags: {},
    } as const
    const result = evaluate(tables, cards, online)
    expect(result.types[0]?.id).toBe("type-blackmail")
    const { flags } = dangerOf(tables, online)
    expect(carriedAnswers(noAnswers("en"), online, flags, result, cards).what).toBe("blackmail")
    expect(cardsOf("type", cards).length).toBeGreaterThan(17)
  })
})
