import { describe, expect, test } from "vitest"
import { type Alias, type Day, filingRecord } from "./index.ts"

const today = "2026-11-23" as Day

describe("the record of what was filed", () => {
  const typed = {
    agencyId: "door-nccia",
    formId: "form-nccia",
    filedOn: "۲۰۲۶-۱۱-۲۲",
    way: "portal",
    reference: " CMS-۱۲۳۴ ",
    by: { who: "staff", alias: "Sana" as Alias },
  } as const

  test("keeps the day, the number in plain digits, and who did it", () => {
    expect(filingRecord(typed, today)).toEqual({
      ok: true,
      value: { ...typed, filedOn: "2026-11-22", reference: "CMS-1234" },
    })
  })

  test.each([
    ["not-a-day", { filedOn: "yesterday" }],
    ["day-in-future", { filedOn: "2026-11-24" }],
    ["reference-too-long", { reference: "x".repeat(81) }],
    ["letters-broken", { reference: "a\u0000" }],
  ])("refuses a record that cannot be true: %s", (error, change) => {
    expect(filingRecord({ ...typed, ...change }, today)).toEqual({ ok: false, error })
  })
})
