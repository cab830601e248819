import { describe, expect, test } from "vitest"
import { type CardFileError, parseCardFile } from "./card-file.ts"

const GOOD = `> a note for editors
kind: notice
confidence: high
sources: A, B
checked: 2026-11-22
expires: 2027-11-22
reviewer: not yet reviewed

# first
## title
en: Hello {verify}
ur: سلام {verify}
ur-Latn: Salam {verify}

# second
confidence: medium
call: 15, 1122
shown: no

## points
en:
- one
- two
ur:
- ایک
- دو
ur-Latn:
- ek
- do
`

function read(text: string) {
  const errors: CardFileError[] = []
  return { result: parseCardFile("a.md", text, (error) => errors.push(error)), errors }
}

describe("a content file", () => {
  test("gives each card the values of the top, and its own instead where it has them", () => {
    const { result } = read(GOOD)
    if (!result.ok) throw new Error("did not read")
    expect(result.value.map((card) => [card.id, card.kind, card.confidence, card.shown])).toEqual([
      ["first", "notice", "high", true],
      ["second", "notice", "medium", false],
    ])
    expect(result.value[0]?.sources).toEqual(["A", "B"])
    expect(result.value[1]?.meta).toEqual({ call: "15, 1122" })
    expect(result.value[0]?.at).toBe("a.md:9")
  })

  test("keeps one line and lists apart, and takes {verify} off the end", () => {
    const { result } = read(GOOD)
    if (!result.ok) throw new Error("did not read")
    expect(result.value[0]?.text.title?.en).toEqual([{ text: "Hello", verify: true }])
    expect(result.value[1]?.text.points?.ur).toEqual([
      { text: "ایک", verify: false },
      { text: "دو", verify: false },
    ])
  })

  test.each([
    ["a field before any card", "## title\nen: x", 1, "before the first card"],
    ["the same field twice", "# a\n## t\nen: x\n## t\nen: y", 4, "appears twice"],
    ["the same language twice", "# a\n## t\nen: x\nen: y", 4, "appears twice"],
    ["the same key twice", "# a\ncall: 1\ncall: 2", 3, "appears twice"],
    ["an entry without a language", "# a\n## t\n- x", 3, "before its language"],
    ["a language it does not know", "# a\n## t\nfr: bonjour", 3, "expected"],
    ["a stray sentence", "# a\nHello there", 2, "expected"],
  ])("says the line and the reason for %s", (_, text, line, reason) => {
    const { result, errors } = read(text)
    expect(result).toEqual({ ok: false, error: "damaged" })
    expect(errors.map((error) => error.line)).toEqual([line])
    expect(errors[0]?.problem).toContain(reason)
  })
})
