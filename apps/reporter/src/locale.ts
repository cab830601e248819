import { LOCALES, type Locale, type SpokenLanguage } from "@shn/domain"

/** The pages of this app. Each is one HTML file per language. */
export const PAGES = ["home", "help", "back", "danger", "privacy"] as const
export type PageName = (typeof PAGES)[number]

/** Address of a page in a language. */
export function pageHref(locale: Locale, page: PageName): string {
  return page === "home" ? `/${locale}/` : `/${locale}/${page}/`
}

/** The language of the page that is open, from its own markup; English for anything else. */
export function localeOfPage(lang: string): Locale {
  return LOCALES.find((locale) => locale === lang) ?? "en"
}

/** The language that a page's language suggests for talking. */
export function spokenLanguageOf(locale: Locale): SpokenLanguage {
  return locale === "en" ? "en" : "ur"
}
