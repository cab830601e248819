import { describe, expect, test } from "vitest"
import { holds, parseCondition } from "./condition.ts"

const situation = new Map<string, readonly string[]>([
  ["act", ["expose", "demand"]],
  ["medium", ["chat"]],
  ["relationship", []],
])

function isTrue(text: string): boolean {
  const parsed = parseCondition(text)
  if (!parsed.ok) throw new Error(text)
  return holds(parsed.value, situation)
}

describe("a condition of a rule", () => {
  test("holds always, for any of its values, and only if all its parts hold", () => {
    expect(isTrue("always")).toBe(true)
    expect(isTrue("act is images, demand")).toBe(true)
    expect(isTrue("act is images")).toBe(false)
    expect(isTrue("act is demand; medium is chat")).toBe(true)
    expect(isTrue("act is demand; medium is phone")).toBe(false)
    expect(isTrue("act is demand; medium not in_person")).toBe(true)
    expect(isTrue("act not demand")).toBe(false)
  })

  test("a question without an answer satisfies not, never is", () => {
    expect(isTrue("relationship is boss")).toBe(false)
    expect(isTrue("relationship not boss")).toBe(true)
  })

  test.each([
    "",
    "act",
    "act is",
    "act is flying",
    "mood is sad",
    "act was demand",
    "act is demand,, ; x",
    "flag.x is yes",
  ])("refuses %j instead of guessing", (text) => {
    expect(parseCondition(text)).toEqual({ ok: false, error: "not-a-condition" })
  })
})
