import { createHash } from "node:crypto"
import fc from "fast-check"
import { afterEach, describe, expect, test, vi } from "vitest"
import { concat, hex, utf8 } from "./encode.ts"
import { sha256Stream } from "./stream-hash.ts"

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

// A fresh copy each time: the fast library keeps what it has compiled.
const ways = {
  "with WebAssembly": async () => await sha256Stream(),
  "where WebAssembly is missing": async () => {
    vi.stubGlobal("WebAssembly", undefined)
    return (await import("./stream-hash.ts")).sha256Stream()
  },
  "where the content policy forbids WebAssembly": async () => {
    vi.stubGlobal("WebAssembly", { compile: () => Promise.reject(new Error("refused by policy")) })
    return (await import("./stream-hash.ts")).sha256Stream()
  },
} as const

describe.each(Object.entries(ways))("SHA-256 piece by piece, %s", (way, make) => {
  test("takes the way it should, and gives FIPS 180-4's answers", async () => {
    const hash = await make()
    expect(hash.path).toBe(way === "with WebAssembly" ? "wasm" : "js")
    for (const piece of ["abcdbcdecdefdefgefghfghi", "", "ghijhijkijkljklmklmnlmnomnopnopq"]) {
      hash.update(utf8(piece))
    }
    expect(hex(hash.digest())).toBe("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    const empty = await make()
    expect(hex(empty.digest())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  })
  test("agrees with OpenSSL however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200_000 }), { maxLength: 6 }), async (pieces) => {
        const hash = await make()
        for (const piece of pieces) hash.update(piece)
        expect(hex(hash.digest())).toBe(
          createHash("sha256")
            .update(concat(...pieces))
            .digest("hex"),
        )
      }),
      { numRuns: 15 },
    )
  })
  test("two at once do not mix, and nothing goes on after the end", async () => {
    const [a, b] = [await make(), await make()]
    a.update(utf8("a"))
    b.update(utf8("b"))
    a.update(utf8("bc"))
    expect(hex(a.digest())).toBe(createHash("sha256").update("abc").digest("hex"))
    expect(hex(b.digest())).toBe(createHash("sha256").update("b").digest("hex"))
    expect(() => a.digest()).toThrow("already finished")
    expect(() => a.update(utf8("c"))).toThrow("already finished")
  })
})
