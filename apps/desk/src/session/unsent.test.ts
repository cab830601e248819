import { type CaseId, parseCaseId } from "@shn/domain"
import { describe, expect, it } from "vitest"
import { keepUnsent, NOTHING_UNSENT, unsentAfterSignIn, unsentFor } from "./unsent.ts"

const parsed = parseCaseId("AAAAAAAAAAAAAAAAAAAAAA")
if (!parsed.ok) throw new Error("the builder is wrong")
const CASE: CaseId = parsed.value

describe("a message that was begun but not sent", () => {
  it("is still there when the same person signs in again", () => {
    const kept = keepUnsent(NOTHING_UNSENT, CASE, "I read what you wrote")
    expect(unsentFor(unsentAfterSignIn(kept, "sana", "sana"), CASE)).toBe("I read what you wrote")
  })
  it("is gone when somebody else signs in at the same desk", () => {
    const kept = keepUnsent(NOTHING_UNSENT, CASE, "I read what you wrote")
    expect(unsentFor(unsentAfterSignIn(kept, "sana", "bilal"), CASE)).toBe("")
  })
  it("is forgotten once it is emptied", () => {
    const kept = keepUnsent(keepUnsent(NOTHING_UNSENT, CASE, "hello"), CASE, "  ")
    expect(kept).toEqual({})
  })
})
