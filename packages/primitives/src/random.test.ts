import { expect, test } from "vitest"
import { randomBelow, randomUuidV4, systemRandom } from "./random.ts"

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test("random bytes have the length asked for, also beyond what the platform gives at once", () => {
  for (const length of [0, 1, 32, 65_536, 200_000]) expect(systemRandom(length)).toHaveLength(length)
  expect(
    systemRandom(200_000)
      .slice(-32)
      .some((byte) => byte !== 0),
  ).toBe(true)
  expect(systemRandom(32)).not.toEqual(systemRandom(32))
})

test("a random id is a version 4 UUID whatever the bytes are", () => {
  for (const fill of [0x00, 0xff, 0xa5]) {
    expect(randomUuidV4((length) => new Uint8Array(length).fill(fill))).toMatch(UUID_V4)
  }
  expect(randomUuidV4(() => new Uint8Array(16))).toBe("00000000-0000-4000-8000-000000000000")
})

test("a random number below a limit throws away the values that would make some results likelier", () => {
  const words = [0xffffffff, 5]
  const random = () => {
    const word = words.shift() ?? 0
    return Uint8Array.of(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255)
  }
  expect(randomBelow(random, 7)).toBe(5)
  expect(words).toEqual([])
  expect(() => randomBelow(random, 0)).toThrow(RangeError)
})
