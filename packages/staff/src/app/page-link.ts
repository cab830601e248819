import { LOCALES, type Locale } from "@shn/domain"

/** A link that stays on this page in every app of the staff: another language, or the main part for keyboards. */
export type PageLink = { readonly kind: "locale"; readonly locale: Locale } | { readonly kind: "main" }

/** Address of a language. Languages and rooms are ever addresses; nothing that was sealed has one. */
export function localeHref(locale: Locale): string {
  return `#/${locale}`
}

/** Reads the address of such a link; null for any other. */
export function parsePageLink(href: string): PageLink | null {
  if (href === "#main") return { kind: "main" }
  const locale = LOCALES.find((one) => localeHref(one) === href)
  return locale === undefined ? null : { kind: "locale", locale }
}

/**
 * The language to begin with: the one in the address, else the first of the browser's that we have.
 * @param wanted the browser's languages, best first, e.g. "ur-PK"
 */
export function firstLocale(hash: string, wanted: readonly string[]): Locale {
  const link = parsePageLink(hash)
  if (link?.kind === "locale") return link.locale
  for (const tag of wanted) {
    if (/^ur-latn/i.test(tag)) return "ur-Latn"
    if (/^ur\b/i.test(tag)) return "ur"
    if (/^en\b/i.test(tag)) return "en"
  }
  return "en"
}
