import type { Day } from "@shn/domain"
import { RELEASE_STATES } from "@shn/wire"
import { describe, expect, test } from "vitest"
import { type ReleaseFacts, releaseActs, releaseState } from "./state.ts"

const LAST = "2026-12-01" as Day
const AFTER = "2026-12-02" as Day
const signed: ReleaseFacts = {
  handed: false,
  fetched: false,
  revoked: false,
  stopAnswered: false,
  lastDay: LAST,
}
const handed = { ...signed, handed: true }
const fetched = { ...handed, fetched: true }

describe("where a release stands", () => {
  test.each([
    ["signed", signed, LAST],
    ["handed", handed, LAST],
    ["fetched", fetched, LAST],
    ["over", signed, AFTER],
    ["over", fetched, AFTER],
    ["recalled", { ...signed, revoked: true }, LAST],
    ["recalled", { ...handed, revoked: true }, AFTER],
    ["locked", { ...fetched, revoked: true }, LAST],
    ["answered", { ...fetched, revoked: true, stopAnswered: true }, LAST],
  ] as const)("is '%s' (%o on %s)", (state, facts, day) => {
    expect(releaseState(facts, day)).toBe(state)
  })

  test("is never anything else, and a taking back is never undone, whatever happens and in whatever order", () => {
    const flags = [false, true]
    for (const handedOver of flags)
      for (const taken of flags)
        for (const revoked of flags)
          for (const stopAnswered of flags)
            for (const day of [LAST, AFTER]) {
              const facts = { handed: handedOver, fetched: taken, revoked, stopAnswered, lastDay: LAST }
              const state = releaseState(facts, day)
              expect(RELEASE_STATES).toContain(state)
              const acts = releaseActs(facts, day)
              if (revoked) expect([acts.handOver, acts.fetch]).toEqual([false, false])
              if (day === AFTER) expect([acts.handOver, acts.fetch]).toEqual([false, false])
              expect(acts.answer).toBe(taken)
              expect(acts.answerStop).toBe(taken && revoked)
            }
  })
})
