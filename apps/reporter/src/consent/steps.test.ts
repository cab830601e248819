import type { Day } from "@shn/domain"
import { describe, expect, it } from "vitest"
import { asksCodeWord, EMPTY_FORM, maySign, missingOn, stepsFor } from "./steps.ts"

const NOW_MS = Date.parse("2026-11-23T09:15:00Z")
const leftOn = (day: string) => ({ handed: [{ use: 1, uploadId: "", keyId: "", day: day as Day }] }) as never

describe("the steps to a signature", () => {
  it("ask for the code word only where one is needed, and end with the whole text once more", () => {
    expect(stepsFor(true)).toEqual(["who", "what", "against", "truth", "code", "when", "sign"])
    expect(stepsFor(false)).not.toContain("code")
  })
  it("begin with nothing ticked and nothing typed", () => {
    expect(EMPTY_FORM).toEqual({ isTrue: false, codeWord: "", urgent: false })
  })
  it("do not let anybody sign without their word of truth, or without the code word where it is asked for", () => {
    const word = { ...EMPTY_FORM, codeWord: "star" }
    const truth = { ...EMPTY_FORM, isTrue: true }
    expect(maySign(stepsFor(true), word)).toBe(false)
    expect(maySign(stepsFor(true), truth)).toBe(false)
    expect(maySign(stepsFor(false), truth)).toBe(true)
    expect(maySign(stepsFor(true), { ...truth, codeWord: "star" })).toBe(true)
  })
  it("take blanks for no code word", () => {
    expect(missingOn("code", { ...EMPTY_FORM, codeWord: " \n" })).toBe("code")
    expect(missingOn("when", EMPTY_FORM)).toBeNull()
  })
})

describe("the code word", () => {
  it("is asked for before the first package of a case", () => {
    expect(asksCodeWord([], [], NOW_MS)).toBe(true)
  })
  it("is asked for again within seven days of another, the last of them counted whole", () => {
    expect(asksCodeWord([leftOn("2026-11-17")], [], NOW_MS)).toBe(true)
    expect(asksCodeWord([leftOn("2026-11-16")], [], NOW_MS)).toBe(true)
    expect(asksCodeWord([leftOn("2026-11-15")], [], NOW_MS)).toBe(false)
  })
  it("is asked for while another one may leave any moment", () => {
    const earlier = [leftOn("2026-10-01")]
    expect(asksCodeWord(earlier, ["thinking"], NOW_MS)).toBe(true)
    expect(asksCodeWord(earlier, ["unsent"], NOW_MS)).toBe(true)
    expect(asksCodeWord(earlier, ["fetched", "over", "recalled"], NOW_MS)).toBe(false)
  })
})
