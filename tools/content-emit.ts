import { LOCALES, type Locale } from "../packages/domain/src/index.ts"
import {
  buildSearchIndex,
  type ContentBundle,
  PAGE_NAMES,
  pageCards,
} from "../packages/guidance/src/index.ts"

const NOTE =
  "// Made by `npx tsx tools/content.ts build` from content/. Edit the cards there, not here.\n// biome-ignore-all format: made by a tool, one card a line\n"

/** The modules the apps import, by path below packages/guidance/src/content/. */
export function emitContent(bundle: ContentBundle): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const locale of LOCALES) {
    for (const page of PAGE_NAMES) files.set(`${locale}/${page}.ts`, cardModule(bundle, page, locale))
    files.set(`${locale}/search.ts`, searchModule(bundle, locale))
  }
  files.set("loaders.ts", loaderModule())
  return files
}

function cardModule(bundle: ContentBundle, page: (typeof PAGE_NAMES)[number], locale: Locale): string {
  const cards = pageCards(bundle, page, locale).map((card) => `  ${JSON.stringify(card)},`)
  return `${NOTE}import type { Card } from "../../schema.ts"\n\nexport const cards: readonly Card[] = [\n${cards.join("\n")}\n]\n`
}

function searchModule(bundle: ContentBundle, locale: Locale): string {
  const cards = PAGE_NAMES.flatMap((page) => pageCards(bundle, page, locale))
  const index = JSON.stringify(buildSearchIndex(cards, bundle.words.search))
  return `${NOTE}import type { SearchIndex } from "../../search/search.ts"\n\nexport const index: SearchIndex = ${index}\n`
}

function loaderModule(): string {
  const pages = (locale: Locale) =>
    PAGE_NAMES.map((page) => `"${page}": () => import("./${locale}/${page}.ts"),`)
  const tables = LOCALES.map((locale) => `  "${locale}": { ${pages(locale).join(" ")} },`)
  const indexes = LOCALES.map((locale) => `  "${locale}": () => import("./${locale}/search.ts"),`)
  return [
    NOTE,
    'import type { Locale } from "@shn/domain"\n',
    'import type { Card, PageName } from "../schema.ts"\n',
    'import type { SearchIndex } from "../search/search.ts"\n\n',
    "export const PAGES: Readonly<Record<Locale, Readonly<Record<PageName, () => Promise<{ readonly cards: readonly Card[] }>>>>> = {\n",
    `${tables.join("\n")}\n}\n\n`,
    "export const INDEXES: Readonly<Record<Locale, () => Promise<{ readonly index: SearchIndex }>>> = {\n",
    `${indexes.join("\n")}\n}\n`,
  ].join("")
}
