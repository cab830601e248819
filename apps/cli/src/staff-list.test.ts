import { expect, test } from "vitest"
import { readDuty } from "./duty.ts"
import { readStaffList } from "./staff-list.ts"

const HEAD = "alias,roles,gender,languages,disciplines,valid_until,provinces,cap,duty,skills,outside"
const COORDINATOR = "Omar,coordinator,man,ur,,,,,24/7,,"

function sentences(...lines: string[]): readonly string[] {
  const list = readStaffList([HEAD, ...lines].join("\n"))
  return list.ok ? [] : list.sentences
}

test("a member's line becomes the profile that the router works with", () => {
  const hina =
    '"Hina",expert,woman,ur:native;en,"legal;psych",2028-01-31,sindh;punjab,9,mon-tue 09:00-17:30,blackmail:3;family,'
  const list = readStaffList([HEAD, hina, COORDINATOR].join("\n"))
  if (!list.ok) throw new Error(list.sentences.join("\n"))
  expect(list.members[0]).toEqual({
    alias: "Hina",
    roles: ["expert"],
    disciplines: ["legal", "psych"],
    gender: "woman",
    outside: false,
    profile: {
      credentials: [
        { discipline: "legal", validUntil: "2028-01-31", provinces: ["sindh", "punjab"] },
        { discipline: "psych", validUntil: "2028-01-31", provinces: ["sindh", "punjab"] },
      ],
      languages: [
        { code: "ur", level: "native" },
        { code: "en", level: "fluent" },
      ],
      clearances: [],
      channels: ["messages"],
      cap: 9,
      duty: [
        { weekday: 1, fromMinute: 540, toMinute: 1050 },
        { weekday: 2, fromMinute: 540, toMinute: 1050 },
      ],
      leave: [],
      skills: { blackmail: 3, family: 2 },
      experience: {},
      reach: ["sindh", "punjab"],
      reliability: 100,
    },
  })
})

test("a JSON list says the same as a CSV table", () => {
  const json = JSON.stringify([
    {
      alias: "Hina",
      roles: ["expert"],
      gender: "woman",
      languages: "ur",
      disciplines: ["psych"],
      valid_until: "2028-01-31",
    },
    { alias: "Omar", roles: "coordinator", gender: "man", languages: "ur", duty: "24/7" },
  ])
  const csv = [HEAD, "Hina,expert,woman,ur,psych,2028-01-31,,,,,", COORDINATOR].join("\r\n")
  expect(readStaffList(json)).toEqual(readStaffList(`\uFEFF${csv}\r\n`))
  expect(readStaffList(json)).toMatchObject({ ok: true })
})

test.each([
  ["A,expert,woman,ur,psych,2028-01-31,,,,,", "the alias must have 2 to 40"],
  ["Hina,boss,woman,ur,,,,,,,", 'roles "boss" is not one of'],
  ["Hina,,woman,ur,,,,,,,", "roles is missing"],
  ["Hina,expert,,ur,psych,2028-01-31,,,,,", "gender must be one of"],
  ["Hina,expert,woman,ur,,,,,,,", "an expert needs disciplines"],
  ["Hina,expert,woman,ur,magic,2028-01-31,,,,,", 'disciplines "magic" is not one of'],
  ["Hina,expert,woman,ur,psych,soon,,,,,", "must look like 2027-12-31"],
  ["Hina,expert,woman,ur,psych,2028-02-30,,,,,", "must look like 2027-12-31"],
  ["Hina,expert,woman,klingon,psych,2028-01-31,,,,,", 'languages "klingon:fluent"'],
  ["Hina,expert,woman,,psych,2028-01-31,,,,,", "languages is missing"],
  ["Hina,expert,woman,ur,psych,2028-01-31,mars,,,,", 'provinces "mars"'],
  ["Hina,expert,woman,ur,psych,2028-01-31,,many,,,", "cap must be a whole number"],
  ["Hina,expert,woman,ur,psych,2028-01-31,,,sometimes,,", "duty must look like"],
  ["Hina,expert,woman,ur,psych,2028-01-31,,,,blackmail:9,", 'skills "blackmail:9"'],
  ["Omar,coordinator,man,ur,,,,,,,", 'The alias "omar" is there twice'],
  ['"Hina,expert', "quotation mark in the staff list is never closed"],
])("a wrong line is answered with its place and what would be right: %s", (line, sentence) => {
  expect(sentences(COORDINATOR, line).join("\n")).toContain(sentence)
})

test("every problem of a list is named at once", () => {
  expect(
    sentences("A,boss,nobody,ur,,,,,,,", "Hina,expert,woman,ur,,,,,,,", COORDINATOR).length,
  ).toBeGreaterThanOrEqual(4)
})

test("a list without a coordinator, an empty list and an unknown column are refused", () => {
  expect(sentences("Hina,expert,woman,ur,psych,2028-01-31,,,,,").join()).toContain("no coordinator")
  expect(sentences().join()).toContain("names nobody")
  expect(readStaffList("").ok).toBe(false)
  expect(readStaffList("[1]").ok).toBe(false)
  expect(readStaffList("[{").ok).toBe(false)
  const list = readStaffList("alias,rolls\nHina,expert")
  expect(list.ok ? "" : list.sentences.join()).toContain('The column "rolls" is not known')
})

test.each([
  ["", 0],
  ["24/7", 7],
  ["fri-mon 10:00-24:00", 4],
  ["Mon-Fri 09:00-17:00; sat 10:00-14:00", 6],
])("duty %j is read as %i days", (text, days) => {
  expect(readDuty(text)).toHaveLength(days)
})

test.each([
  "mon",
  "mon 9-17",
  "mon 17:00-09:00",
  "mon 09:00-25:00",
  "mon 09:60-10:00",
  "xyz 09:00-10:00",
  "mon 09:00-10:00;",
])("duty %j is refused", (text) => {
  expect(readDuty(text)).toBeNull()
})
