import { systemRandom } from "@shn/primitives/random"
import { expect, test } from "vitest"
import { DRAFT_KEY_MS, draftKeys } from "./drafts.ts"

test("the key of a draft is kept for a day and then by nobody", () => {
  let nowMs = 0
  const drafts = draftKeys(() => nowMs, systemRandom)
  const { draftId, key } = drafts.make()
  nowMs = DRAFT_KEY_MS - 1
  expect(drafts.open(draftId)).toBe(key)
  nowMs = DRAFT_KEY_MS
  expect(drafts.open(draftId)).toBeNull()
})

test("leaving shreds a draft at once, and no other one", () => {
  const drafts = draftKeys(() => 0, systemRandom)
  const [mine, other] = [drafts.make(), drafts.make()]
  drafts.drop(mine.draftId)
  expect(drafts.open(mine.draftId)).toBeNull()
  expect(drafts.open(other.draftId)).toBe(other.key)
})

test("somebody who asks for twenty thousand keys, and shreds as many as they like, pushes nobody's draft out", () => {
  const drafts = draftKeys(() => 0, systemRandom)
  const begun = Array.from({ length: 20 }, () => drafts.make())
  const shredded = drafts.make()
  drafts.drop(shredded.draftId)
  for (let at = 0; at < 20_000; at += 1) {
    const { draftId } = drafts.make()
    if (at % 10 === 0) drafts.drop(draftId)
  }
  expect(begun.map(({ draftId }) => drafts.open(draftId))).toEqual(begun.map(({ key }) => key))
  expect(drafts.open(shredded.draftId)).toBeNull()
})

test("an id that was never handed out opens nothing, and neither does one of a server that has stopped", () => {
  const drafts = draftKeys(() => 0, systemRandom)
  const { draftId } = drafts.make()
  expect(drafts.open("A".repeat(22))).toBeNull()
  expect(drafts.open("not an id")).toBeNull()
  expect(draftKeys(() => 0, systemRandom).open(draftId)).toBeNull()
})
