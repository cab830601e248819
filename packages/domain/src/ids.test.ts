import { describe, expect, it } from "vitest"
import { parseAlias, parseKeyId, parseNeedId } from "./ids.ts"

describe("a key id", () => {
  it("is 16 bytes in one spelling only", () => {
    expect(parseKeyId("AAAAAAAAAAAAAAAAAAAAAA").ok).toBe(true)
    // The last letter carries two bits; any other letter there would be a second spelling of the same bytes.
    for (const wrong of [
      "AAAAAAAAAAAAAAAAAAAAAB",
      "AAAAAAAAAAAAAAAAAAAAA",
      "AAAAAAAAAAAAAAAAAAAAAAA",
      "AAAAAAAAAAAAAAAAAAAA+A",
      "",
    ])
      expect(parseKeyId(wrong)).toEqual({ ok: false, error: "not-a-key-id" })
  })
})

describe("a random id", () => {
  it("is a lower case version 4 UUID", () => {
    expect(parseNeedId("3f2b8c1e-9d4a-4e6f-8a7b-1c2d3e4f5a6b").ok).toBe(true)
    for (const wrong of [
      "3F2B8C1E-9D4A-4E6F-8A7B-1C2D3E4F5A6B",
      "3f2b8c1e-9d4a-1e6f-8a7b-1c2d3e4f5a6b",
      "3f2b8c1e-9d4a-4e6f-8a7b-1c2d3e4f5a6b\n",
    ])
      expect(parseNeedId(wrong).ok).toBe(false)
  })
})

describe("the name a staff member works under", () => {
  it("may be in any script", () => {
    for (const name of ["Sana", "ثنا", "Dr. Sana-2"]) expect(parseAlias(name).ok).toBe(true)
  })

  it("has 2 to 40 letters and no markup, and neither begins nor ends with a blank", () => {
    for (const name of ["S", "x".repeat(41), "<b>", " Sana", "Sana ", "Sana\nAdmin"])
      expect(parseAlias(name).ok).toBe(false)
    expect(parseAlias("x".repeat(40)).ok).toBe(true)
  })

  it("holds nothing that nobody sees: two names that look the same are the same", () => {
    for (const name of ["Sa\u3164na", "Sana\ufe01", "Sa\u034fna", "Sana\u{e0101}", "\u115fSana"])
      expect(parseAlias(name).ok, JSON.stringify(name)).toBe(false)
  })
})
