import { describe, expect, test } from "vitest"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { solvePow } from "./pow.ts"
import { POW_MAX_BITS, verifyPow } from "./pow-verify.ts"

const random = seededRandom("pow")

describe("proof of work", () => {
  test("a solution is accepted for its own challenge and difficulty only", async () => {
    const challenge = random(32)
    const solved = await solvePow({ challenge, bits: 10 })
    if (!solved.ok) throw new Error(solved.error)
    expect(verifyPow(challenge, 10, solved.value)).toBe(true)
    expect(verifyPow(random(32), 10, solved.value)).toBe(false)
    expect(verifyPow(challenge, 30, solved.value)).toBe(false)
    for (const nonce of [-1, 0.5, Number.NaN, 2 ** 60]) expect(verifyPow(challenge, 0, nonce)).toBe(false)
  })
  test("the person may leave while the phone is working", async () => {
    const signal = { aborted: false }
    const running = solvePow({ challenge: random(32), bits: POW_MAX_BITS, signal, onProgress: () => stop() })
    const stop = () => {
      signal.aborted = true
    }
    expect(await running).toEqual({ ok: false, error: "cancelled" })
  })
  test("progress only goes up, from 0 towards 1", async () => {
    const seen: number[] = []
    await solvePow({ challenge: random(32), bits: 13, onProgress: (likelihood) => seen.push(likelihood) })
    expect(seen[0]).toBe(0)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
    expect(seen.every((likelihood) => likelihood >= 0 && likelihood < 1)).toBe(true)
  })
  test("a puzzle that would keep a phone busy for an hour is refused unread", async () => {
    expect(await solvePow({ challenge: random(32), bits: POW_MAX_BITS + 1 })).toEqual({
      ok: false,
      error: "too-hard",
    })
  })
  test("a challenge that is too short or too long is a bug", () => {
    for (const length of [0, 15, 257]) expect(() => verifyPow(random(length), 1, 0)).toThrow(RangeError)
  })
})
