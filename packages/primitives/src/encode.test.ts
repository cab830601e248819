import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  base64url,
  concat,
  equalBytes,
  framed,
  fromBase64url,
  fromHex,
  fromUtf8,
  hex,
  uint32,
  utf8,
} from "./encode.ts"

const bytes = fc.uint8Array({ maxLength: 100 })

describe("base64url", () => {
  test("what is encoded decodes to the same bytes, and equals the platform's own encoding", () => {
    fc.assert(
      fc.property(bytes, (b) => {
        expect(fromBase64url(base64url(b))).toEqual(b)
        expect(base64url(b)).toBe(Buffer.from(b).toString("base64url"))
      }),
    )
  })
  test.each([
    ["padding", "QQ=="],
    ["standard alphabet", "+/+/"],
    ["white space", "QU JD"],
    ["an impossible length", "QUJDR"],
    ["tail bits that are not zero, 1 byte", "QR"],
    ["tail bits that are not zero, 2 bytes", "QUJ"],
    ["a letter of another alphabet", "QUJД"],
  ])("%s is refused", (_, text) => {
    expect(fromBase64url(text)).toBeNull()
  })
  test("every text has at most one meaning: what decodes encodes back to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ABab01-_wQ"), maxLength: 12 }), (text) => {
        const decoded = fromBase64url(text)
        if (decoded !== null) expect(base64url(decoded)).toBe(text)
      }),
    )
  })
})

test("hex goes there and back, and refuses odd lengths, capitals and other letters", () => {
  fc.assert(
    fc.property(bytes, (b) => {
      expect(fromHex(hex(b))).toEqual(b)
    }),
  )
  for (const text of ["a", "AA", "0g", "0x00"]) expect(fromHex(text)).toBeNull()
})

test("text that is not UTF-8 is null, half a surrogate pair is a bug, and a byte order mark stays visible", () => {
  expect(fromUtf8(Uint8Array.of(0xc3, 0x28))).toBeNull()
  expect(fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeNull()
  expect(() => utf8("\ud800")).toThrow(RangeError)
  expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe("\ufeffa")
})

test("two lists of parts are never framed to the same bytes", () => {
  expect(hex(framed(utf8("ab"), utf8("c")))).not.toBe(hex(framed(utf8("a"), utf8("bc"))))
  expect(hex(concat(utf8("ab"), utf8("c")))).toBe(hex(concat(utf8("a"), utf8("bc"))))
  fc.assert(
    fc.property(fc.array(bytes), fc.array(bytes), (a, b) => {
      const same = a.length === b.length && a.every((part, at) => equalBytes(part, b[at]!))
      expect(equalBytes(framed(...a), framed(...b))).toBe(same)
    }),
  )
})

test("a length that does not fit four bytes is a bug", () => {
  expect(hex(uint32(0xffffffff))).toBe("ffffffff")
  for (const value of [-1, 1.5, 2 ** 32, Number.NaN]) expect(() => uint32(value)).toThrow(RangeError)
})
