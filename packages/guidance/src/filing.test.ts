import type { Day } from "@shn/domain"
import { describe, expect, test } from "vitest"
import { agencyRegistry, type FilingInput, filingSheet, loadCards } from "./index.ts"

const today = "2026-11-23" as Day
const registry = agencyRegistry(await loadCards("ur", "doors"), today)
const agency = registry.find(({ id }) => id === "door-nccia")
const form = agency?.forms[0]
if (agency === undefined || form === undefined) throw new Error("no form of NCCIA")

const values = {
  "me.full_name": "عائشہ خان",
  "me.cnic": "42101-1234567-1",
  "me.mobile": "0300-1234567",
  "me.email": "ayesha@example.com",
  category: "Cyber Stalking",
  details: "اس نے https://example.com/a?b=1 پر لکھا اور +92 300 7654321 سے فون کیا۔",
}
const sheet = (changes: Partial<FilingInput> = {}) =>
  filingSheet({ agency, form, registry, values, goesOn: "باقی الگ صفحوں پر۔", locale: "ur", ...changes })
const line = (key: string, made = sheet()) => made.lines.find((each) => each.key === key)
const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/

describe("a complaint laid out for an agency's own form", () => {
  test("has the fields in the form's own order, each with the question in the reader's language", () => {
    const made = sheet()
    expect(made.lines.map(({ key }) => key)).toEqual(form.definition.fields.map(({ key }) => key))
    expect(line("cnic")?.ask.text).toContain("شناختی کارڈ")
  })

  test("copies the bare value, so that the agency's form does not refuse an invisible mark", () => {
    for (const each of sheet().lines) expect(each.copy).not.toMatch(MARKS)
    expect(line("cnic")?.copy).toBe("42101-1234567-1")
  })

  test("shows codes isolated in Urdu, so that a number is not printed back to front", () => {
    expect(line("cnic")?.shown).toBe("\u206642101-1234567-1\u2069")
    expect(line("mobile")?.shown).toBe("\u20660300-1234567\u2069")
    expect(line("email")?.shown).toBe("\u2066ayesha@example.com\u2069")
    expect(line("details")?.shown).toBe(
      "اس نے \u2066https://example.com/a?b=1\u2069 پر لکھا اور \u2066+92 300 7654321\u2069 سے فون کیا۔",
    )
    expect(line("cnic", sheet({ locale: "en" }))?.shown).toBe("42101-1234567-1")
  })

  test("shows codes isolated in an Urdu complaint on an English page, too", () => {
    expect(line("details", sheet({ locale: "en" }))?.shown).toContain("\u2066+92 300 7654321\u2069")
  })

  test("takes direction marks out of what is copied and printed: pasted text cannot reorder its neighbours", () => {
    const details = "\u202eabc\u202c \u2067x"
    for (const locale of ["en", "ur"] as const) {
      const found = line("details", sheet({ values: { details }, locale }))
      expect([found?.shown, found?.copy]).toEqual(["abc x", "abc x"])
    }
  })

  test("opens and closes every isolate", () => {
    for (const each of sheet().lines)
      expect(each.shown.split("\u2066").length).toBe(each.shown.split("\u2069").length)
  })

  test("names the required lines that are still empty", () => {
    expect(sheet().missing).toEqual(["gender", "city", "address", "declaration"])
    expect(line("gender")?.state).toBe("empty")
  })

  test("cuts the story to the box and puts the rest on extra pages, losing nothing", () => {
    const story = "اس نے مجھے پیغام بھیجا۔ ".repeat(300)
    const made = sheet({ values: { details: story } })
    const details = line("details", made)
    expect(details?.state).toBe("cut")
    expect(details?.letters).toBeLessThanOrEqual(3400)
    expect(details?.copy.endsWith("باقی الگ صفحوں پر۔")).toBe(true)
    const inBox = details?.copy.replace(/\nباقی الگ صفحوں پر۔$/, "").trim() ?? ""
    expect(`${inBox} ${made.annex?.copy}`.replace(/\s+/g, " ")).toBe(story.replace(/\s+/g, " "))
  })

  test("has no extra pages when the story fits", () => {
    expect(sheet().annex).toBeNull()
  })

  test("warns of the office that people take for this one", () => {
    expect(sheet().wrongDoors.map(({ id }) => id)).toEqual(["door-fia"])
  })
})
