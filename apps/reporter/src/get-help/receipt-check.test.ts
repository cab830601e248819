import { describe, expect, it } from "vitest"
import { isPart } from "./receipt-check.ts"

const part = { group: "0042", word: "apple" }

describe("typing a part of the code back", () => {
  it.each(["0042", "42", " 0042 ", "۰۰۴۲", "٤٢", "Apple", "apple ", "\u20660042\u2069"])(
    "takes %j",
    (typed) => {
      expect(isPart(typed, part)).toBe(true)
    },
  )
  it.each(["", "0043", "420", "00042", "appl", "4 2 1", "۴۳"])("does not take %j", (typed) => {
    expect(isPart(typed, part)).toBe(false)
  })
})
