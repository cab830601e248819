import canonicalize from "canonicalize"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { utf8 } from "./encode.ts"
import { canonical, canonicalBytes, type Json, parseCanonical } from "./jcs.ts"

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "grapheme" }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value")),
    fc.dictionary(fc.string({ unit: "grapheme" }), tie("value")),
  ),
})).value

describe("canonical JSON", () => {
  test("equals the reference implementation on random documents", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(value)).toBe(canonicalize(value))
      }),
      { numRuns: 2000 },
    )
  })
  test("reads back what it wrote", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(parseCanonical(canonicalBytes(value))).toEqual(value)
      }),
    )
  })
  test("sorts as the example of RFC 8785 section 3.2.3", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\u0080", "\u{1f600}", "\u00f6"]
    const sorted = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\u{1f600}", "\ufb33"]
    const written = canonical(Object.fromEntries(keys.map((key, at) => [key, at])))
    expect(Object.keys(JSON.parse(written) as object).filter((key) => key !== "1")).toEqual(
      sorted.filter((key) => key !== "1"),
    )
    expect(written.startsWith('{"\\r":1,"1":3')).toBe(true)
  })
  test("writes strings as the example of RFC 8785 section 3.2.2", () => {
    expect(canonical("\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/")).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
    )
  })
  test.each([
    ["a fraction", 1.5],
    ["a number that is not safe", 2 ** 53],
    ["not a number", Number.NaN],
    ["half a surrogate pair", "\udc00"],
    ["half a surrogate pair as a key", { "\ud800": 1 }],
    ["something undefined", { a: undefined } as unknown as Json],
    ["nesting over 32", Array.from({ length: 40 }).reduce<Json>((inner) => [inner], 0)],
  ])("%s has no form and is a bug", (_, value) => {
    expect(() => canonical(value as Json)).toThrow(RangeError)
  })
})

describe("reading canonical JSON refuses", () => {
  test.each([
    ["a key twice", '{"a":1,"a":2}'],
    ["keys in another order", '{"b":1,"a":2}'],
    ["white space", '{"a": 1}'],
    ["a line end", '{"a":1}\n'],
    ["a byte order mark", '\ufeff{"a":1}'],
    ["minus zero", "[-0]"],
    ["a fraction that is whole", "[1.0]"],
    ["an exponent", "[1e2]"],
    ["a number that is not safe", "[9007199254740993]"],
    ["an escape that is not needed", '["\\u0061"]'],
    ["capital letters in an escape", '["\\u000F"]'],
    ["half a surrogate pair, escaped", '["\\ud800"]'],
    ["text cut short", '{"a":1'],
    ["nothing", ""],
    ["very deep nesting", `${"[".repeat(5000)}${"]".repeat(5000)}`],
  ])("%s", (_, text) => {
    expect(parseCanonical(utf8(text))).toBeUndefined()
  })
  test("bytes that are not UTF-8", () => {
    expect(parseCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined()
  })
})
