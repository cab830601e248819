import { latinDigits } from "../text/format.ts"

/**
 * A day as people in Pakistan type it, day first, as "2026-11-23". Any digits, and "-", "/", "." or a space between them or
 * nothing at all, because a phone's number pad may have none of them.
 * @returns the text itself, trimmed, when it is not written like a day; whether the day exists is asked later
 */
export function typedDay(text: string): string {
  const plain = latinDigits(text)
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "")
    .trim()
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(plain)
  if (yearFirst !== null) return isoDay(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst =
    /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/.exec(plain) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(plain)
  return dayFirst === null ? plain : isoDay(dayFirst[3], dayFirst[2], dayFirst[1])
}

function isoDay(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
}
