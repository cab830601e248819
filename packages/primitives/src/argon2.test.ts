import sodium from "libsodium-wrappers-sumo"
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { seededRandom } from "../../../tests/support/seeded.ts"
import { argon2id } from "./argon2.ts"
import { hex } from "./encode.ts"

beforeAll(() => sodium.ready)
afterEach(() => {
  vi.unstubAllGlobals()
})

const random = seededRandom("argon2")
const small = { memoryKiB: 64, iterations: 2, parallelism: 1 }

describe("Argon2id", () => {
  test("agrees with libsodium", async () => {
    for (const memoryKiB of [64, 1024, 19_456]) {
      const [secret, salt] = [random(11), random(16)]
      const theirs = sodium.crypto_pwhash(
        32,
        secret,
        salt,
        2,
        memoryKiB * 1024,
        sodium.crypto_pwhash_ALG_ARGON2ID13,
      )
      const ours = await argon2id({ secret, salt, memoryKiB, iterations: 2, parallelism: 1 })
      expect(hex(ours.key)).toBe(hex(theirs))
      expect(ours.path).toBe("wasm")
    }
  })
  test("gives the same key without WebAssembly, says so, and reports how far it is", async () => {
    const input = { secret: random(11), salt: random(16), ...small }
    const fast = await argon2id(input)
    vi.stubGlobal("WebAssembly", undefined)
    const steps: number[] = []
    const slow = await argon2id(input, (done) => steps.push(done))
    expect(slow).toEqual({ key: fast.key, path: "js" })
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.at(-1)).toBe(1)
  })
  test("takes the slow path when the content policy refuses to compile", async () => {
    const input = { secret: random(11), salt: random(16), ...small }
    const { key } = await argon2id(input)
    const refuse = () => {
      throw new Error("refused by policy")
    }
    vi.stubGlobal("WebAssembly", { ...WebAssembly, compile: refuse, Module: refuse, instantiate: refuse })
    expect(await argon2id(input)).toEqual({ key, path: "js" })
  })
})
