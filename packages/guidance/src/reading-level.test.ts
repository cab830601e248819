import { expect, test } from "vitest"
import { HARDEST_GRADE, readingGrade, syllablesOf } from "./reading-level.ts"

const NONE = new Set<string>()

test("syllables are counted by ear, well enough", () => {
  const heard = {
    cat: 1,
    name: 1,
    little: 2,
    table: 2,
    threaten: 2,
    asked: 1,
    wanted: 2,
    evidence: 3,
    organisation: 5,
    the: 1,
    horses: 2,
  }
  const wrong = Object.entries(heard).filter(([word, count]) => syllablesOf(word) !== count)
  expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(1)
})

test("the grade is the Flesch-Kincaid formula", () => {
  // 6 words, 1 sentence, 6 syllables: 0.39*6 + 11.8*1 - 15.59 = -1.45, never below 0.
  expect(readingGrade(["The cat sat on the mat."], NONE)).toBe(0)
  // 4 words, 1 sentence, 3+5+3+3 = 14 syllables: 1.56 + 41.3 - 15.59
  expect(readingGrade(["Evidence organisation evidence evidence."], NONE)).toBeCloseTo(27.27, 1)
})

test("office English is too hard, plain English is not", () => {
  const office = [
    "The complainant may institute proceedings before the competent authority pursuant to the applicable provisions.",
  ]
  const plain = ["You may go to the ombudsperson. It is free."]
  expect(readingGrade(office, NONE)).toBeGreaterThan(HARDEST_GRADE)
  expect(readingGrade(plain, new Set(["ombudsperson"]))).toBeLessThan(HARDEST_GRADE)
})

test("names do not make a text hard, and no words at all is grade 0", () => {
  const text = ["Go to the ombudsperson."]
  expect(readingGrade(text, new Set(["ombudsperson"]))).toBeLessThan(readingGrade(text, NONE))
  expect(readingGrade(["1799", "https://complaint.nccia.gov.pk"], NONE)).toBe(0)
})
