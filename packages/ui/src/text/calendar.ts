import type { Locale } from "@shn/domain"

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

/** Month names by language, January first. Roman Urdu uses the English names, as people write them. */
export const MONTHS: { readonly [L in Locale]: readonly string[] } = {
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

/** Weekday names by language, Sunday first (as `Date.getUTCDay` counts). */
export const WEEKDAYS: { readonly [L in Locale]: readonly string[] } = {
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  ur: ["اتوار", "پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ"],
  "ur-Latn": ["Itwaar", "Peer", "Mangal", "Budh", "Jumeraat", "Juma", "Hafta"],
}
