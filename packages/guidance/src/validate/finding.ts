import { LOCALES, type Locale } from "@shn/domain"
import type { Finding, FindingCode, SourceCard, SourceLine } from "../bundle.ts"

/** Where in a card something is wrong. */
export type Place = { readonly field?: string; readonly locale?: Locale }

/** A finding about a card, with advice that a person without code skills can follow. */
export function finding(code: FindingCode, card: SourceCard, advice: string, place: Place = {}): Finding {
  return { code, card: card.id, at: card.at, advice, ...place }
}

/** Every line of a card with its field and language. */
export function linesOf(
  card: SourceCard,
): readonly { readonly field: string; readonly locale: Locale; readonly line: SourceLine }[] {
  return Object.entries(card.text).flatMap(([field, byLocale]) =>
    LOCALES.flatMap((locale) => (byLocale[locale] ?? []).map((line) => ({ field, locale, line }))),
  )
}
