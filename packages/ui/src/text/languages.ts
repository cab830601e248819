import type { Locale } from "@shn/domain"

/** Each language by its own name, so that a person finds it whatever the page is in. Never translated. */
export const LANGUAGE_NAMES: { readonly [L in Locale]: string } = {
  en: "English",
  ur: "اردو",
  "ur-Latn": "Roman Urdu",
}

/** Which way a language is written. */
export function directionOf(locale: Locale): "ltr" | "rtl" {
  return locale === "ur" ? "rtl" : "ltr"
}
