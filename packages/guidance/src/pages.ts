import type { Locale } from "@shn/domain"
import { INDEXES, PAGES } from "./content/loaders.ts"
import type { Card, PageName } from "./schema.ts"
import type { SearchIndex } from "./search/search.ts"

/**
 * The cards of one page in one language. A bundler makes one small file of each page and language, so that a
 * person downloads only what is read (at most 30 kB; tests/honesty/content.test.ts measures it).
 */
export async function loadCards(locale: Locale, page: PageName): Promise<readonly Card[]> {
  return (await PAGES[locale][page]()).cards
}

/** The search index of one language, for searching everything on the device. */
export async function loadSearchIndex(locale: Locale): Promise<SearchIndex> {
  return (await INDEXES[locale]()).index
}
