import { expect, test } from "vitest"
import { isolateCodes } from "./isolate.ts"
import { PAGE_NAMES } from "./page.ts"
import { loadCards } from "./pages.ts"
import { foldedWords } from "./search/fold.ts"

const isolated = (code: string) => `\u2066${code}\u2069`

test("numbers, sections and addresses in Urdu keep their order", () => {
  for (const code of [
    "0800-39393",
    "0311-7786264",
    "22-A(6)",
    "292-B",
    "complaint.nccia.gov.pk",
    "StopNCII.org",
  ])
    expect(isolateCodes(`یہاں ${code} ملائیں۔`)).toBe(`یہاں ${isolated(code)} ملائیں۔`)
})

test("plain words and plain numbers are left alone", () => {
  for (const text of ["15 ملائیں۔", "722,010 شکایات", "Take It Down استعمال کریں", "آج رات تک"])
    expect(isolateCodes(text)).toBe(text)
})

test("every code in every Urdu card is isolated, and none in the other languages", async () => {
  const bare = /(?<!\u2066)\b\d+-[\dA-Z]/
  for (const page of PAGE_NAMES) {
    expect(
      JSON.stringify(await loadCards("ur", page))
        .match(/"text":"[^"]*"/g)
        ?.filter((text) => bare.test(text)) ?? [],
    ).toEqual([])
    for (const locale of ["en", "ur-Latn"] as const)
      expect(JSON.stringify(await loadCards(locale, page))).not.toContain("\u2066")
  }
})

test("the marks do not get into the way of searching", () => {
  expect(foldedWords(isolateCodes("0800-39393"))).toEqual(foldedWords("0800-39393"))
})
