import { type ComplaintDraft, type Day, emptyComplaint, type IdentityPart } from "@shn/domain"
import { loadRegistry, PAPER_WORDS } from "@shn/guidance"
import { describe, expect, test } from "vitest"
import { type DraftToFile, sheetOf } from "./sheet-of.ts"

const registry = await loadRegistry("en", "2026-11-23" as Day)
const draft: ComplaintDraft = {
  ...emptyComplaint("form-written"),
  facts: ["He sent a message at night.", "He called ten times."],
  beliefs: ["He has my number from the office."],
  answers: { relief: "That it stops" },
}
const about: DraftToFile = { agencyId: "door-police", language: "en", textLimit: null, draft }
const made = (changes: Partial<DraftToFile> = {}, identity: IdentityPart | null = null) =>
  sheetOf({ about: { ...about, ...changes }, identity, registry, locale: "en" })
const sheet = (changes?: Partial<DraftToFile>, identity?: IdentityPart | null) => {
  const result = made(changes, identity ?? null)
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const line = (key: string, prepared = sheet()) => prepared.sheet.lines.find((each) => each.key === key)

describe("a complaint laid out from a saved draft", () => {
  test("has the answers and the parts that are made from the draft", () => {
    expect(line("relief")?.copy).toBe("That it stops")
    expect(line("details")?.copy).toContain("1. He sent a message at night.\n2. He called ten times.")
  })

  test("has the words between its parts in its own language, whatever the screen is in", () => {
    expect(line("details", sheet({ language: "ur" }))?.copy).toContain(PAPER_WORDS.ur.facts)
    expect(line("details", sheet({ language: "ur" }))?.copy).not.toContain(PAPER_WORDS.en.facts)
  })

  test("has what the person typed about themselves in the form's own writing", () => {
    const typed = sheet({}, { cnic: "۴۲۱۰۱۱۲۳۴۵۶۷۱", full_name: " Ayesha Khan " })
    expect(line("cnic", typed)?.copy).toBe("42101-1234567-1")
    expect(line("full_name", typed)?.copy).toBe("Ayesha Khan")
    expect(typed.sheet.missing).not.toContain("full_name")
  })

  test("says what their form will not take, and leaves it as it was typed", () => {
    const typed = sheet({}, { mobile: "0300-12" })
    expect(typed.wrong.get("mobile")).toBe("phone-wrong")
    expect(line("mobile", typed)?.copy).toBe("0300-12")
  })

  test("keeps the limit that the agency's own page names, and puts the rest on an extra page", () => {
    const { sheet: cut } = sheet({ textLimit: 80 })
    const details = cut.lines.find(({ key }) => key === "details")
    expect(details?.limit).toBe(80)
    expect(details?.letters).toBeLessThanOrEqual(80)
    expect(details?.copy.endsWith(PAPER_WORDS.en.goesOn)).toBe(true)
    expect(cut.annex?.copy).not.toBe("")
    expect(sheet().sheet.annex).toBeNull()
  })

  test("says so when the office or its form is not known", () => {
    expect(made({ agencyId: "door-nowhere" })).toEqual({ ok: false, error: "unknown-agency" })
    expect(made({ agencyId: "door-1050" })).toEqual({ ok: false, error: "no-form" })
  })
})
