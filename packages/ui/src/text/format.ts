import type { Day, Locale } from "@shn/domain"
import { MONTHS, WEEKDAYS } from "./calendar.ts"

/*
 * Digits are Latin (0-9) in all three languages: Urdu news sites, phone keypads and the Unicode locale
 * data for Pakistan use them, and a code or a phone number then looks the same on the screen, on paper
 * and on the keypad. Entry fields accept Urdu digits all the same. `Intl` is not used for text that is
 * prerendered: its Urdu month and list forms differ between browser versions, and "ur-Latn" falls back
 * to Arabic script.
 */

/** Pakistan is UTC+5 all year round. */
export const PAKISTAN_OFFSET_MINUTES = 300

/** One of two wordings. English and Urdu both use the singular for exactly one. */
export function plural(count: number, one: string, other: string): string {
  return count === 1 ? one : other
}

/** A whole number with thousands commas: 200000 -> "200,000". */
export function formatNumber(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",")
}

/** "23 November 2026", in the language of the screen. */
export function formatDay(day: Day, locale: Locale): string {
  return `${dayAndMonth(day, locale)} ${day.slice(0, 4)}`
}

/** "Monday, 23 November": for lists of recent days. */
export function formatWeekday(day: Day, locale: Locale): string {
  const weekday = WEEKDAYS[locale][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ""
  return `${weekday}${locale === "ur" ? "،" : ","} ${dayAndMonth(day, locale)}`
}

/** Minutes since midnight as people say them: "4:30 pm", "شام 4:30 بجے", "shaam 4:30 baje". */
export function formatMinuteOfDay(minute: number, locale: Locale): string {
  const hour = Math.floor(minute / 60) % 24
  const rest = minute % 60
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${String(rest).padStart(2, "0")}`
  if (locale === "en") return `${clock} ${hour < 12 ? "am" : "pm"}`
  const words = DAY_PARTS[locale]
  return `${words[dayPart(hour)]} ${clock.replace(":00", "")} ${words.oClock}`
}

/** The clock time of a moment (ms since 1970) as people in Pakistan read it. */
export function formatClockTime(ms: number, locale: Locale, offsetMinutes = PAKISTAN_OFFSET_MINUTES): string {
  const minutes = Math.floor(ms / 60_000) + offsetMinutes
  return formatMinuteOfDay(((minutes % 1440) + 1440) % 1440, locale)
}

/** "2 hours 5 minutes"; under one hour only minutes, from two days on only days. `minutes` >= 0. */
export function formatDuration(minutes: number, locale: Locale): string {
  const whole = Math.max(0, Math.round(minutes))
  const words = DURATION[locale]
  if (whole < 60) return words.minutes(whole)
  if (whole >= 2880) return words.days(Math.floor(whole / 1440))
  const rest = whole % 60
  const hours = words.hours(Math.floor(whole / 60))
  return rest === 0 ? hours : `${hours} ${words.minutes(rest)}`
}

/** Wraps a code so that it keeps its order inside Urdu text ("2026-114" would show as "114-2026"). */
export function isolateLtr(code: string): string {
  return `\u2066${code}\u2069`
}

/**
 * Wraps a name that somebody else chose (a file's) so that it moves no word around it in either direction; marks of direction
 * that it brings along are taken out.
 */
export function isolateName(name: string): string {
  return `\u2068${name.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, "")}\u2069`
}

/** Reads Urdu and Arabic digits as 0-9; other characters stay. For everything a person types as a number. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

function dayAndMonth(day: Day, locale: Locale): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[locale][Number(day.slice(5, 7)) - 1] ?? ""}`
}

function dayPart(hour: number): "morning" | "noon" | "evening" | "night" {
  if (hour < 4 || hour >= 20) return "night"
  return hour < 12 ? "morning" : hour < 16 ? "noon" : "evening"
}

const DAY_PARTS = {
  ur: { morning: "صبح", noon: "دوپہر", evening: "شام", night: "رات", oClock: "بجے" },
  "ur-Latn": { morning: "subah", noon: "dopahar", evening: "shaam", night: "raat", oClock: "baje" },
} as const

const DURATION: {
  readonly [L in Locale]: { readonly [unit in "minutes" | "hours" | "days"]: (count: number) => string }
} = {
  en: {
    minutes: (count) => `${count} ${plural(count, "minute", "minutes")}`,
    hours: (count) => `${count} ${plural(count, "hour", "hours")}`,
    days: (count) => `${count} ${plural(count, "day", "days")}`,
  },
  ur: {
    minutes: (count) => `${count} منٹ`,
    hours: (count) => `${count} ${plural(count, "گھنٹہ", "گھنٹے")}`,
    days: (count) => `${count} دن`,
  },
  "ur-Latn": {
    minutes: (count) => `${count} minute`,
    hours: (count) => `${count} ${plural(count, "ghanta", "ghante")}`,
    days: (count) => `${count} din`,
  },
}
