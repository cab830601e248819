import type { Locale } from "@shn/domain"

/**
 * Where quick exit leads: an encyclopedia in the person's language, which anyone may have open and which says
 * nothing about harassment. It is contacted only by leaving.
 */
export const NEUTRAL_PAGE: { readonly [L in Locale]: string } = {
  en: "https://en.wikipedia.org/wiki/Main_Page",
  ur: "https://ur.wikipedia.org/",
  "ur-Latn": "https://en.wikipedia.org/wiki/Main_Page",
}
