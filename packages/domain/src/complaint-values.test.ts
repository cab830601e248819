import { describe, expect, test } from "vitest"
import { type ComplaintField, formValue, westernDigits } from "./index.ts"

const value = (field: ComplaintField, text: string) => {
  const read = formValue(field, text)
  return read.ok ? read.value : read.error
}

describe("an identity card number", () => {
  test.each([
    "42101-1234567-1",
    "4210112345671",
    "42101 1234567 1",
    " ۴۲۱۰۱-۱۲۳۴۵۶۷-۱ ",
    "٤٢١٠١١٢٣٤٥٦٧١",
    "42101–1234567–1",
    "\u206642101-1234567-1\u2069",
  ])("is understood in Urdu and English digits, with and without hyphens: %s", (text) => {
    expect(value("cnic", text)).toBe("42101-1234567-1")
  })

  test.each([
    "42101-123456-1",
    "42101-1234567-12",
    "421O1-1234567-1",
    "42-1011234567-1",
    "42101--1234567-1",
    "abc",
  ])("is refused when it is not thirteen digits in their places: %s", (text) =>
    expect(value("cnic", text)).toBe("cnic-wrong"),
  )
})

describe("a telephone number", () => {
  test.each([
    "0300-1234567",
    "03001234567",
    "+92 300 1234567",
    "00923001234567",
    "923001234567",
    "۰۳۰۰۱۲۳۴۵۶۷",
    "(0300) 123-4567",
  ])("of a Pakistani mobile comes out in its usual writing: %s", (text) =>
    expect(value("mobile", text)).toBe("0300-1234567"),
  )

  test.each([
    ["051-9106691", "0519106691"],
    ["+44 7700 900123", "+447700900123"],
    ["+1 (415) 555-2671", "+14155552671"],
  ])("of a landline or another country is kept: %s", (text, wanted) =>
    expect(value("mobile", text)).toBe(wanted),
  )

  test.each([
    "0300-123456",
    "0300-12345678",
    "1234",
    "+92 300 12345",
    "447700900123",
    "call me",
    "0300-1234567 x2",
    "+",
    "-",
  ])("is refused when nobody could dial it: %s", (text) => expect(value("mobile", text)).toBe("phone-wrong"))
})

describe("an e-mail address", () => {
  test.each([
    ["Ayesha.K@Example.COM", "Ayesha.K@example.com"],
    ["a+b@mail.example.com.pk", "a+b@mail.example.com.pk"],
    ["ayesha۱۲@example.com", "ayesha12@example.com"],
  ])("is kept, its domain in small letters: %s", (text, wanted) => expect(value("email", text)).toBe(wanted))

  test.each([
    "ayesha",
    "ayesha@",
    "@example.com",
    "a b@example.com",
    "a@b",
    "a..b@example.com",
    ".a@example.com",
    "عائشہ@example.com",
    "a@-x.com",
  ])("is refused when no letter could arrive: %s", (text) => expect(value("email", text)).toBe("email-wrong"))
})

describe("other values of a form", () => {
  test("a day of birth must be a day that exists, in any digits", () => {
    expect(value("birth_date", "۲۰۰۱-۰۲-۲۸")).toBe("2001-02-28")
    expect(value("birth_date", "2001-02-30")).toBe("day-wrong")
  })

  test("free text keeps the person's own words, spaces at the ends apart", () => {
    expect(value("address", "  گلی نمبر ۵، لاہور \n")).toBe("گلی نمبر ۵، لاہور")
  })

  test("nothing typed is nothing, not a mistake", () => {
    for (const field of ["cnic", "mobile", "email", "birth_date", "full_name"] as const)
      expect(value(field, " ")).toBe("")
  })

  test("half a letter or a control sign is refused, a line break is not", () => {
    expect(value("address", "a\ud83d")).toBe("letters-broken")
    expect(value("address", "a\u0000b")).toBe("letters-broken")
    expect(value("address", "a\nb\tc")).toBe("a\nb\tc")
  })

  test("Urdu and Arabic digits become 0 to 9, and nothing else changes", () => {
    expect(westernDigits("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ abc")).toBe("0123456789 0123456789 abc")
  })
})
