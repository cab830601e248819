import { LOCALES, type Locale } from "@shn/domain"
import type { DeskRoute } from "./route.ts"

/** A link that stays on this page: another language, a tab, or the main part for keyboards. */
export type LocalLink =
  | { readonly kind: "locale"; readonly locale: Locale }
  | { readonly kind: "tab"; readonly route: DeskRoute }
  | { readonly kind: "main" }

/** Address of a tab or a language. Only these are ever addresses; a case has none. */
export function tabHref(tab: "offers" | "cases" | "board"): string {
  return `#/${tab}`
}
export function localeHref(locale: Locale): string {
  return `#/${locale}`
}

/** Reads the address of a link on the desk; null for any other. */
export function parseLocalLink(href: string): LocalLink | null {
  if (href === "#main") return { kind: "main" }
  if (!href.startsWith("#/")) return null
  const name = href.slice(2)
  const locale = LOCALES.find((one) => one === name)
  if (locale !== undefined) return { kind: "locale", locale }
  if (name === "offers" || name === "cases" || name === "board") return { kind: "tab", route: { name } }
  return null
}

/**
 * The language to begin with: the one in the address, else the first of the browser's that we have.
 * @param wanted the browser's languages, best first, e.g. "ur-PK"
 */
export function firstLocale(hash: string, wanted: readonly string[]): Locale {
  const link = parseLocalLink(hash)
  if (link?.kind === "locale") return link.locale
  for (const tag of wanted) {
    if (/^ur-latn/i.test(tag)) return "ur-Latn"
    if (/^ur\b/i.test(tag)) return "ur"
    if (/^en\b/i.test(tag)) return "en"
  }
  return "en"
}
