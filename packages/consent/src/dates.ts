import { dayOf, type Locale } from "@shn/domain"

const MONTHS_LATIN = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const

// Own names, not the platform's: a signed text must be the same letters on every engine and in every year.
const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  en: MONTHS_LATIN,
  ur: [
    "جنوری",
    "فروری",
    "مارچ",
    "اپریل",
    "مئی",
    "جون",
    "جولائی",
    "اگست",
    "ستمبر",
    "اکتوبر",
    "نومبر",
    "دسمبر",
  ],
  "ur-Latn": MONTHS_LATIN,
}

/** The day in UTC on which a second lies, in words: "24 November 2026". */
export function dayInWords(seconds: number, locale: Locale): string {
  const [year = "", month = "", day = ""] = dayOf(seconds * 1000).split("-")
  return `${Number(day)} ${MONTHS[locale][Number(month) - 1]} ${year}`
}
