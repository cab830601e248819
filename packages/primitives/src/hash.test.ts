import { describe, expect, test } from "vitest"
import { concat, fromHex, hex, utf8 } from "./encode.ts"
import { hkdf, hmacSha256, sha256, sha256Half } from "./hash.ts"
import { caseIdBytes, handleBytes, keyIdBytes, LABELS, loginBytes } from "./labels.ts"

const bytes = (text: string) => fromHex(text) ?? new Uint8Array(0)

describe("hashes", () => {
  test("SHA-256 gives FIPS 180-4's answer for 'abc', in one part or three", () => {
    const answer = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    expect(hex(sha256(utf8("abc")))).toBe(answer)
    expect(hex(sha256(utf8("a"), utf8("b"), utf8("c")))).toBe(answer)
    expect(hex(sha256Half(utf8("abc")))).toBe(answer.slice(0, 32))
  })
  test("HMAC-SHA-256 gives test case 2 of RFC 4231", () => {
    expect(hex(hmacSha256(utf8("Jefe"), utf8("what do ya want for nothing?")))).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    )
  })
  test("HKDF without salt gives test case 3 of RFC 5869", () => {
    expect(hex(hkdf(new Uint8Array(22).fill(0x0b), new Uint8Array(0), 42))).toBe(
      "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    )
  })
})

describe("labels", () => {
  test("are all different, and none begins with another where that could be confused", () => {
    const all = Object.values(LABELS)
    expect(new Set(all).size).toBe(all.length)
    expect(all.every((label) => label.startsWith("shn/v1/"))).toBe(true)
  })
  test("name the same keys differently as case, reader and login", () => {
    const [signPk, kemPk] = [new Uint8Array(32), new Uint8Array(1216)]
    const names = [caseIdBytes(signPk, kemPk), keyIdBytes(signPk, kemPk), handleBytes(signPk)].map(hex)
    expect(new Set(names).size).toBe(3)
    expect(hex(caseIdBytes(signPk, kemPk))).toBe(
      hex(sha256(concat(utf8("shn/v1/case"), signPk, kemPk)).slice(0, 16)),
    )
    expect(() => caseIdBytes(kemPk, signPk)).toThrow(RangeError)
  })
  test("a login answer for one site, name or challenge is another text for any other", () => {
    const base = loginBytes("https://a.example", bytes("00".repeat(16)), bytes("00".repeat(32)))
    expect(hex(base)).not.toBe(
      hex(loginBytes("https://b.example", bytes("00".repeat(16)), bytes("00".repeat(32)))),
    )
    expect(() => loginBytes("https://a.example", bytes("00"), bytes("00".repeat(32)))).toThrow(RangeError)
  })
})
