import { describe, expect, test } from "vitest"
import { formValue, hasUnseen, withoutUnseen } from "./index.ts"

describe("a character that nobody sees", () => {
  test.each([
    ["a direction override", "\u202e"],
    ["a direction mark", "\u200f"],
    ["a zero-width space", "\u200b"],
    ["a byte order mark", "\ufeff"],
    ["a filler that is as wide as nothing", "\u3164"],
    ["a tag", "\u{e0061}"],
    ["a selector of glyphs", "\ufe01"],
    ["a selector of the second set", "\u{e0101}"],
    ["a joiner that stands for no writing", "\u034f"],
  ])("is found and left out: %s", (_, hidden) => {
    expect(hasUnseen(`Sa${hidden}na`)).toBe(true)
    expect(withoutUnseen(`${hidden}Sa${hidden}${hidden}na`)).toBe("Sana")
  })

  test.each(["عائشہ خان", "می\u200cخواہم", "👩\u200d👧 ❤\ufe0f", "one\ntwo\tthree", "Zoë, s. 182 – 50 %"])(
    "is not what is only seldom written: %s",
    (text) => {
      expect(hasUnseen(text)).toBe(false)
      expect(withoutUnseen(text)).toBe(text)
    },
  )

  test("never leaves in a form, however it was copied into it", () => {
    expect(formValue("details", "\u202bاس نے\u202c کہا\u200f ")).toEqual({ ok: true, value: "اس نے کہا" })
    expect(formValue("full_name", "\u2068Sana\u2069\u{e0041}")).toEqual({ ok: true, value: "Sana" })
    expect(formValue("details", "\u200b \ufeff")).toEqual({ ok: true, value: "" })
  })
})
