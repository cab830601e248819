import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { splitAtLimit, textLength } from "./index.ts"

const letters = (text: string) =>
  [...new Intl.Segmenter("ur", { granularity: "grapheme" }).segment(text)].map((x) => x.segment)

describe("the length of a text", () => {
  test.each([
    ["", 0, 0],
    ["abc", 3, 3],
    ["ہراسانی", 7, 7],
    ["😀", 1, 2],
    ["👩‍👧", 3, 5],
  ])("is counted in both ways, and the stricter one counts: %s", (text, codePoints, utf16) => {
    expect(textLength(text)).toEqual({ codePoints, utf16, counts: Math.max(codePoints, utf16) })
  })
})

describe("a story that is longer than the form's box", () => {
  test("stays whole when it fits exactly, and is cut when it is one letter longer", () => {
    const fits = "ک".repeat(3400)
    expect(splitAtLimit(fits, 3400, "more")).toEqual({ short: fits, inBox: fits, annex: "" })
    expect(splitAtLimit(`${fits}ک`, 3400, "").annex).not.toBe("")
  })

  test("counts an emoji as two, as the stricter forms do", () => {
    expect(splitAtLimit("😀😀😀", 5, "").short).toBe("😀😀")
  })

  test("ends after a sentence when one ends near the limit, in English and in Urdu", () => {
    expect(splitAtLimit("He wrote first. Then he called me again and again.", 20, "").short).toBe(
      "He wrote first.",
    )
    expect(splitAtLimit("اس نے پہلے لکھا۔ پھر بار بار فون کیا اور دھمکی دی۔", 22, "").short).toBe(
      "اس نے پہلے لکھا۔",
    )
  })

  test("never cuts a word in two when there is a space before the limit", () => {
    const split = splitAtLimit("one two threefour five", 11, "")
    expect(split.short).toBe("one two")
    expect(split.annex).toBe("threefour five")
  })

  test("says that it goes on, and the notice is inside the limit", () => {
    const split = splitAtLimit("word ".repeat(100), 60, "Continued on the extra pages.")
    expect(split.short.endsWith("\nContinued on the extra pages.")).toBe(true)
    expect(textLength(split.short).counts).toBeLessThanOrEqual(60)
  })

  test("leaves the number of an entry with its entry", () => {
    const story = "1. He wrote to me.\n2. He called me many times that night."
    expect(splitAtLimit(story, 24, "")).toMatchObject({ inBox: "1. He wrote to me.\n" })
  })

  test("cuts a word that is longer than the whole box, but no letter with its marks", () => {
    expect(splitAtLimit("e\u0301".repeat(10), 5, "").short).toBe("e\u0301e\u0301")
    expect(splitAtLimit("👩‍👧👩‍👧", 7, "").short).toBe("👩‍👧")
  })

  test("does not part a sign from what it is written over", () => {
    // U+06DD encloses what follows: to a reader it is one sign, though a word ends inside it.
    expect(splitAtLimit("\u06dd 1", 1, "").annex).toBe("\u06dd 1")
  })

  test("puts everything on the extra pages when not even one letter fits", () => {
    expect(splitAtLimit("👩‍👧 hello", 2, "")).toEqual({ short: "", inBox: "", annex: "👩‍👧 hello" })
  })

  test("loses no letter, stays inside the limit, and cuts only between letters, for any text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(
        "ہراساں کیا۔ ",
        "\r\n",
        "\n\n",
        " ",
        "e\u0301",
        "👩‍👧",
        "\u0600 1",
        "0800-39393",
        "https://a.example/b?c=d ",
      ),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom("", "…more"),
        (pieces, limit, notice) => {
          const text = pieces.join("")
          const split = splitAtLimit(text, limit, notice)
          expect(split.inBox + split.annex).toBe(text)
          expect(textLength(split.short).counts).toBeLessThanOrEqual(limit)
          expect([...letters(split.inBox), ...letters(split.annex)]).toEqual(letters(text))
        },
      ),
      { numRuns: 500 },
    )
  })

  test("a limit below one letter is a mistake of the program", () => {
    expect(() => splitAtLimit("a", 0, "")).toThrow(RangeError)
  })
})
