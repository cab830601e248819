import { expect, test } from "vitest"
import { DRAFT_KEY_MS, draftKeys } from "./drafts.ts"

test("the key of a draft is kept for a day and then by nobody", () => {
  let nowMs = 0
  const drafts = draftKeys(() => nowMs)
  drafts.add("a", "key")
  nowMs = DRAFT_KEY_MS - 1
  expect(drafts.open("a")).toBe("key")
  nowMs = DRAFT_KEY_MS
  expect(drafts.open("a")).toBeNull()
})

test("leaving shreds a draft at once", () => {
  const drafts = draftKeys(() => 0)
  drafts.add("a", "key")
  drafts.drop("a")
  expect(drafts.open("a")).toBeNull()
})

test("when there are too many, the draft longest untouched gives way", () => {
  const drafts = draftKeys(() => 0, 2)
  drafts.add("a", "1")
  drafts.add("b", "2")
  drafts.open("a")
  drafts.add("c", "3")
  expect([drafts.open("a"), drafts.open("b"), drafts.open("c")]).toEqual(["1", null, "3"])
})
