import type { Alias, Day } from "@shn/domain"
import { describe, expect, test } from "vitest"
import { NOTHING_TYPED, recordTyped, type TypedRecord } from "./typed-record.ts"

const about = { agencyId: "door-police", formId: "form-written" }
const typed: TypedRecord = {
  day: "۲۲/۱۱/۲۰۲۶",
  way: "in_person",
  reference: " ۱۲۳/۲۶ ",
  by: { who: "staff", alias: "Hina" as Alias },
}
const record = (changes: Partial<TypedRecord> = {}) =>
  recordTyped({ ...typed, ...changes }, about, "2026-11-23" as Day)

describe("the record of a complaint that was handed in", () => {
  test("takes the day and the number in Urdu digits and keeps them plain", () => {
    expect(record()).toEqual({
      ok: true,
      value: { ...about, filedOn: "2026-11-22", way: "in_person", reference: "123/26", by: typed.by },
    })
  })

  test("needs no number, because some offices give none", () => {
    expect(record({ reference: "" })).toMatchObject({ ok: true, value: { reference: "" } })
  })

  test.each([
    ["not-a-day", { day: "last Friday" }],
    ["day-in-future", { day: "24-11-2026" }],
    ["way", { way: null }],
    ["reference-too-long", { reference: "1".repeat(81) }],
    ["letters-broken", { reference: "12\u0007" }],
    ["by", { by: null }],
  ] as const)("says kindly what to look at again: %s", (error, changes) => {
    expect(record(changes)).toEqual({ ok: false, error })
  })

  test("asks for one thing at a time, in the order of the form, and takes nothing that was not chosen", () => {
    expect(recordTyped(NOTHING_TYPED, about, "2026-11-23" as Day)).toEqual({ ok: false, error: "not-a-day" })
    expect(record({ way: null, by: null, reference: "1".repeat(81) })).toEqual({ ok: false, error: "way" })
  })
})
