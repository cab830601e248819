import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { pad, paddedLength, padmeLength, unpad } from "./pad.ts"

// PADME as the paper states it, with big numbers and no floor.
function reference(length: bigint): bigint {
  const exponent = BigInt(length.toString(2).length - 1)
  const significant = BigInt(exponent.toString(2).length)
  const mask = (1n << (exponent - significant)) - 1n
  return (length + mask) & ~mask
}

describe("padding", () => {
  test.each([
    [0, 1024],
    [1019, 1024],
    [1020, 1024],
    [1021, 1088],
    [1084, 1088],
    [1085, 1152],
    [2044, 2048],
    [2045, 2176],
    [600_000, 606_208],
  ])("%i bytes of content become %i", (content, padded) => {
    expect(paddedLength(content)).toBe(padded)
  })
  test("is PADME above one kibibyte, for any length up to 16 GiB", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1025, max: 2 ** 34 }), (length) => {
        expect(BigInt(padmeLength(length))).toBe(reference(BigInt(length)))
      }),
      { numRuns: 2000 },
    )
  })
  test("never adds more than an eighth above one kibibyte, and a padded length stays itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1024, max: 10_000_000 }), (length) => {
        expect(padmeLength(length)).toBeLessThanOrEqual(length * 1.125)
        expect(padmeLength(padmeLength(length))).toBe(padmeLength(length))
      }),
    )
  })
  test("comes off exactly", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (content) => {
        expect(unpad(pad(content))).toEqual(content)
      }),
    )
  })
  test("is refused when a byte behind is not zero, the length is another, or bytes are missing or added", () => {
    const padded = pad(new Uint8Array(1500).fill(7))
    const change = (at: number, value: number) => {
      const changed = padded.slice()
      changed[at] = value
      return changed
    }
    expect(unpad(change(padded.length - 1, 1))).toBeNull()
    expect(unpad(change(0, 1))).toBeNull()
    expect(unpad(change(3, 0))).toBeNull()
    expect(unpad(padded.slice(1))).toBeNull()
    expect(unpad(padded.slice(0, -1))).toBeNull()
    expect(unpad(new Uint8Array(0))).toBeNull()
    expect(unpad(Uint8Array.of(...padded, 0))).toBeNull()
  })
})
