import type { ComplaintField } from "./complaint-fields.ts"
import { parseDay } from "./day.ts"
import { err, ok, type Result } from "./result.ts"
import { withoutUnseen } from "./unseen.ts"

/** Why a value of a form is not in its format. */
export type ValueError = "cnic-wrong" | "phone-wrong" | "email-wrong" | "day-wrong" | "letters-broken"

/** Urdu and Arabic-Indic digits as 0-9: phones type both, agencies' forms take neither. */
export function westernDigits(text: string): string {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 15))
}

/**
 * A value as the agency's form wants it, or why it cannot be one. Blank stays blank: whether it is needed is the form's matter. The
 * characters that nobody sees, which copying from a right-to-left page brings along, are left out: what leaves is what is read.
 * @param text as typed, with any digits
 * @returns CNIC "42101-1234567-1", mobile "0300-1234567", other countries "+447700900123", day "2026-11-23", the rest trimmed
 */
export function formValue(field: ComplaintField, text: string): Result<string, ValueError> {
  const typed = withoutUnseen(text).trim()
  if (hasBrokenLetters(typed)) return err("letters-broken")
  if (typed === "") return ok("")
  if (field === "cnic") return cnic(typed)
  if (field === "mobile") return phone(typed)
  if (field === "email") return email(typed)
  if (field === "birth_date") return day(typed)
  return ok(typed)
}

/** Half a surrogate pair or a control character: such text cannot be printed, hashed or filed. Line breaks and tabs are fine. */
export function hasBrokenLetters(text: string): boolean {
  return /\p{Surrogate}|[^\P{Cc}\n\r\t]/u.test(text)
}

/** 13 digits, written 5-7-1 (identity card and, under 18, B-Form). */
function cnic(text: string): Result<string, "cnic-wrong"> {
  const parts = /^(\d{5})[\s-]?(\d{7})[\s-]?(\d)$/.exec(plainDigits(text))
  return parts === null ? err("cnic-wrong") : ok(`${parts[1]}-${parts[2]}-${parts[3]}`)
}

/** Pakistani mobiles in their usual writing; landlines as digits; another country only with its code (E.164, 8-15 digits). */
function phone(text: string): Result<string, "phone-wrong"> {
  const plain = plainDigits(text)
  if (!/^\+?\s*\(?\d[\d\s().-]*$/.test(plain)) return err("phone-wrong")
  const digits = plain.replace(/\D/g, "")
  const home = /^(?:0092|92|0)(\d{9,10})$/.exec(digits)?.[1]
  if (home !== undefined && /^3\d{9}$/.test(home)) return ok(`0${home.slice(0, 3)}-${home.slice(3)}`)
  if (home !== undefined && /^[24-9]/.test(home)) return ok(`0${home}`)
  const isAbroad = plain.startsWith("+") && !digits.startsWith("92") && /^[1-9]\d{7,14}$/.test(digits)
  return isAbroad ? ok(`+${digits}`) : err("phone-wrong")
}

function email(text: string): Result<string, "email-wrong"> {
  const plain = westernDigits(text)
  const parts =
    /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@((?:[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?\.)+[A-Za-z]{2,63})$/.exec(
      plain,
    )
  const name = parts?.[1] ?? ""
  const isWrong = parts === null || name.startsWith(".") || name.endsWith(".") || name.includes("..")
  return isWrong ? err("email-wrong") : ok(`${name}@${parts[2]?.toLowerCase()}`)
}

function day(text: string): Result<string, "day-wrong"> {
  const parsed = parseDay(westernDigits(text))
  return parsed.ok ? parsed : err("day-wrong")
}

/** Western digits and one kind of hyphen. */
function plainDigits(text: string): string {
  return westernDigits(text).replace(/[\u2010-\u2015\u2212\u06d4]/g, "-")
}
