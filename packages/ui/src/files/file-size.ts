import type { Locale } from "@shn/domain"

const UNITS: { readonly [L in Locale]: readonly [string, string, string] } = {
  en: ["kB", "MB", "GB"],
  ur: ["کے بی", "ایم بی", "جی بی"],
  "ur-Latn": ["kB", "MB", "GB"],
}

/** Bytes as phones show them, in thousands: 2_345_678 -> "2.3 MB". Never 0 for a file that holds something. */
export function formatFileSize(bytes: number, locale: Locale): string {
  const [kilo, mega, giga] = UNITS[locale]
  if (bytes < 1_000_000) return `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1000))} ${kilo}`
  if (bytes < 1_000_000_000) return `${oneDigit(bytes / 1_000_000)} ${mega}`
  return `${oneDigit(bytes / 1_000_000_000)} ${giga}`
}

function oneDigit(value: number): string {
  return value < 9.95 ? value.toFixed(1) : String(Math.round(value))
}
