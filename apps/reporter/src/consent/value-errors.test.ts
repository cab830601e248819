import { expect, test } from "vitest"
import { valueErrors } from "./value-errors.ts"

test("Urdu digits, blanks and lines in a CNIC are fine; a digit too few is said", () => {
  expect(valueErrors(["cnic"], { cnic: "۴۲۱۰۱-۱۲۳۴۵۶۷-۱" })).toEqual({})
  expect(valueErrors(["cnic"], { cnic: " 42101 1234567 1 " })).toEqual({})
  expect(valueErrors(["cnic"], { cnic: "42101-1234567" })).toEqual({ cnic: "cnic-wrong" })
})

test("what somebody would rather not fill in is never wrong", () => {
  expect(valueErrors(["cnic", "mobile", "email", "birth_date"], { mobile: "  " })).toEqual({})
})

test("only what was asked for is looked at", () => {
  expect(valueErrors(["full_name"], { mobile: "12" })).toEqual({})
  expect(valueErrors(["full_name", "mobile"], { mobile: "12" })).toEqual({ mobile: "phone-wrong" })
})
