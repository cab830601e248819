import { expect, test } from "vitest"
import { isolateCodes, isolateTyped } from "./isolate.ts"
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

test.each([
  "42101-1234567-1",
  "42101 1234567 1",
  "0300-1234567",
  "0300 1234567",
  "(042) 111 222 333",
  "+92 300 7654321",
  "+923007654321",
  "+92 (0)300 7654321",
  "50,000",
  "1,50,000",
  "23/11/2026",
  "2026-11-23",
  "10:30",
  "12-B",
  "3/4",
  "2026-114",
  "https://example.com/a?b=1&c=2",
  "asad.k@example.com",
  "@asad_k",
])("what somebody typed keeps its order as one piece: %s", (code) =>
  expect(isolateTyped(`اس نے ${code} سے لکھا`)).toBe(`اس نے ${isolated(code)} سے لکھا`),
)

test("the number of an entry does not grow together with the number after it", () => {
  expect(isolateTyped("2. 15 نومبر کو")).toBe("2. 15 نومبر کو")
  expect(isolateTyped("10. 15 نومبر کو")).toBe("10. 15 نومبر کو")
  expect(isolateTyped("1. 42101-1234567-1")).toBe(`1. ${isolated("42101-1234567-1")}`)
})

test("two codes beside each other stay two when they cannot be one number", () => {
  expect(isolateTyped("کیس 2026-114 50,000 روپے")).toBe(
    `کیس ${isolated("2026-114")} ${isolated("50,000")} روپے`,
  )
})
