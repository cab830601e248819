import { LOCALES } from "@shn/domain"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { loadSearchIndex } from "../pages.ts"
import { bones, foldedWords } from "./fold.ts"
import { search } from "./search.ts"

const indexes = {
  en: await loadSearchIndex("en"),
  ur: await loadSearchIndex("ur"),
  "ur-Latn": await loadSearchIndex("ur-Latn"),
}
const ids = (locale: (typeof LOCALES)[number], typed: string) =>
  search(indexes[locale], typed, 12).map((hit) => hit.id)

describe("search on the device", () => {
  test("finds the same cards for harasani, harassment, hiraasgi and ہراسانی, in every language", () => {
    for (const locale of LOCALES) {
      const english = new Set(ids(locale, "harassment"))
      expect(english.size).toBeGreaterThan(3)
      for (const typed of [
        "harasani",
        "hirasani",
        "harassani",
        "hiraasgi",
        "ہراسانی",
        "ہَراسانی",
        "ھراسانی",
        "HARASSMENT",
      ]) {
        const shared = ids(locale, typed).filter((id) => english.has(id))
        expect(shared.length, `${locale} ${typed}`).toBeGreaterThan(3)
      }
    }
  })

  test.each([
    ["en", "blackmail", "type-blackmail"],
    ["ur", "بلیک میلنگ", "type-blackmail"],
    ["ur", "blackmail", "type-blackmail"],
    ["ur-Latn", "blakmeling", "type-blackmail"],
    ["en", "dhamki", "law-ppc-506"],
    ["en", "fake profile", "type-fake-profile"],
    ["ur", "جعلي اكاؤنٹ", "type-fake-profile"],
    ["ur-Latn", "jali acount", "type-fake-profile"],
    ["en", "he told my parents", "play-tell-parents"],
    ["ur-Latn", "ghar walon ko bata dega", "play-tell-parents"],
    ["en", "1799", "call-1799"],
    ["ur", "neend", "coping-sleep"],
    ["en", "teacher marks", "play-teacher"],
    ["ur-Latn", "ustaad number", "play-teacher"],
    ["en", "whatsapp proof", "keep-whatsapp"],
  ] as const)("in %s, %j finds %s", (locale, typed, id) => {
    expect(ids(locale, typed)).toContain(id)
  })

  test.each([
    ["en", "blackmail", "type-blackmail"],
    ["ur", "بلیک میل", "type-blackmail"],
    ["ur-Latn", "hack", "play-hacked"],
    ["en", "I am being followed", "play-followed"],
    ["ur", "میرے بچے", "play-child"],
  ] as const)("in %s, what to do about %j comes first", (locale, typed, id) => {
    expect(ids(locale, typed).slice(0, 3)).toContain(id)
  })

  test("an empty or strange question finds nothing and breaks nothing", () => {
    expect(ids("en", "")).toEqual([])
    expect(ids("en", " .,;! ")).toEqual([])
    expect(ids("en", "xqzptl")).toEqual([])
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => search(indexes.ur, typed, 5).length <= 5),
      { numRuns: 200 },
    )
  })

  test("does not know words by their inherited names", () => {
    expect(ids("en", "constructor hasOwnProperty")).toEqual([])
  })
})

describe("folding of words", () => {
  test("forgives Arabic keyboards, zabar and zer, joiners and doubling", () => {
    expect(foldedWords("ہَرَاسَانِی")).toEqual(foldedWords("ہراسانی"))
    expect(foldedWords("شكايت")).toEqual(foldedWords("شکایت"))
    expect(foldedWords("آ\u200cگ")).toEqual(foldedWords("اگ"))
    expect(foldedWords("mehfooz")).toEqual(foldedWords("mehfuz"))
    expect(foldedWords("shikaayat")).toEqual(foldedWords("shikayat"))
    expect(foldedWords("Qanoon")).toEqual(foldedWords("kanun"))
  })

  test("the bones of a word need at least three consonants, so that short words stay apart", () => {
    expect(bones("hirasani")).toBe(bones("harasani"))
    expect(bones("dar")).toBe("")
    expect(bones("ہراسانی")).toBe("")
  })

  test("folding twice is folding once", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = foldedWords(text)
        expect(foldedWords(once.join(" "))).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })
})
