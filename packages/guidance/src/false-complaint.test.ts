import { COMPLAINT_LANGUAGES, LOCALES } from "@shn/domain"
import { describe, expect, it } from "vitest"
import { PAPER_WORDS } from "./complaint-words.ts"
import { loadFalseComplaintLaw } from "./false-complaint.ts"

describe("what stands around a complaint", () => {
  it.each(LOCALES)(
    "names the law on knowingly false complaints in %s, short enough to be signed",
    async (locale) => {
      const { meta } = await loadFalseComplaintLaw(locale)
      expect(meta.section).toContain("182")
      expect(meta.section.length).toBeLessThanOrEqual(160)
    },
  )

  it.each(COMPLAINT_LANGUAGES)("calls nobody guilty, and says what is only believed, in %s", (language) => {
    const words = PAPER_WORDS[language]
    expect(words.alleged).toMatch(/alleged|الزام/)
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
  })
})
