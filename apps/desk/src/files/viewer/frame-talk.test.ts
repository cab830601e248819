import { expect, test } from "vitest"
import { parseFromFrame } from "./frame-talk.ts"

test("what a frame says is believed only in the few forms it can have", () => {
  expect(parseFromFrame({ is: "shown", pages: 3, hasPicture: false, isWhole: false })).toEqual({
    is: "shown",
    pages: 3,
    hasPicture: false,
    isWhole: false,
  })
  expect(parseFromFrame({ is: "failed", why: "locked" })).toEqual({ is: "failed", why: "locked" })
  for (const odd of [
    null,
    "shown",
    { is: "shown" },
    { is: "shown", pages: -1 },
    { is: "page", number: 0.5 },
    { is: "failed", why: "<b>" },
    { is: "else" },
  ])
    expect(parseFromFrame(odd)).toBeNull()
})

test("a frame that keeps silent about pictures is taken to show one, so that it stays blurred", () => {
  expect(parseFromFrame({ is: "shown", pages: 1 })).toMatchObject({ hasPicture: true })
})
