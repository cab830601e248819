import * as fc from "fast-check"
import { expect, test } from "vitest"
import { base64url, fromBase64url, utf8 } from "./encode.ts"
import { canonicalBytes, parseCanonical } from "./jcs.ts"
import { pad, unpad } from "./pad.ts"
import { parseReceiptCode, receiptCode } from "./receipt-code.ts"

// A million hostile inputs each: a parser at the edge answers, and never throws or accepts two forms of one thing.
const RUNS = 1_000_000
const DEPLOYMENT = new Uint8Array(16).fill(5)
const nearlyCode = fc.oneof(
  fc.string({ maxLength: 80, unit: "binary" }),
  fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 3_000 }).map(String),
        fc.constantFrom("abandon", "زو", "۱۲۳۴", "-", " "),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(" ")),
)

test("a million things typed as a code are answered, and whatever is accepted is the code of what it gives", () => {
  fc.assert(
    fc.property(nearlyCode, (typed) => {
      const parsed = parseReceiptCode(typed, DEPLOYMENT)
      if (!parsed.ok) return
      const again = parseReceiptCode(receiptCode(parsed.value, DEPLOYMENT).groups.join(" "), DEPLOYMENT)
      expect(again).toEqual(parsed)
    }),
    { numRuns: RUNS },
  )
})

test("a million texts given as base64url decode to nothing or to bytes that encode to the same text", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 40 }), fc.base64String({ maxLength: 40 })), (text) => {
      const bytes = fromBase64url(text)
      if (bytes !== null) expect(base64url(bytes)).toBe(text)
    }),
    { numRuns: RUNS },
  )
})

test("a million byte strings given as canonical JSON are refused or are their own canonical form", () => {
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.json({ maxDepth: 2 }).map(utf8))
  fc.assert(
    fc.property(bytes, (input) => {
      const parsed = parseCanonical(input)
      if (parsed !== undefined) expect(canonicalBytes(parsed)).toEqual(input)
    }),
    { numRuns: RUNS },
  )
})

test("a million byte strings are unpadded to nothing or to what pads to them", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.integer({ min: 0, max: 4 }), (bytes, flips) => {
      const padded = pad(bytes)
      for (let n = 0; n < flips; n++) padded[(n * 331) % padded.length] = n
      const opened = unpad(padded)
      if (opened !== null) expect(pad(opened)).toEqual(padded)
    }),
    { numRuns: RUNS / 10 },
  )
})
