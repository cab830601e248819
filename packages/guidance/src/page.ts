import type { Locale } from "@shn/domain"
import type { ContentBundle, SourceCard, SourceLine } from "./bundle.ts"
import { isolateCodes } from "./isolate.ts"
import { type Card, isKind, KINDS, type Kind, type KindSpec, type Line, type PageName } from "./schema.ts"
import { words } from "./word-file.ts"

/** Every page of guidance an app can load, besides "search". */
export const PAGE_NAMES: readonly PageName[] = [...new Set(Object.values(KINDS).map((kind) => kind.page))]

/** The cards of one page in one language, ready for a screen. Call only with content that validated. */
export function pageCards(bundle: ContentBundle, page: PageName, locale: Locale): readonly Card[] {
  return bundle.cards.flatMap((card) =>
    card.shown && isKind(card.kind) && KINDS[card.kind].page === page
      ? [toCard(card, card.kind, locale)]
      : [],
  )
}

/**
 * One card in one language. Fields are built from the KINDS table, so the type holds by the same table.
 * A field the card does not have is left out.
 */
function toCard(source: SourceCard, kind: Kind, locale: Locale): Card {
  const spec: KindSpec = KINDS[kind]
  const meta = Object.entries(spec.meta).flatMap(([name, shape]) => {
    const written = source.meta[name]
    if (written === undefined) return []
    return [[name, shape.startsWith("text") ? written : words(written)]]
  })
  const text = Object.entries(spec.text).flatMap(([name, shape]) => {
    const lines = source.text[name]?.[locale]?.map((line) => toLine(line, locale))
    if (lines === undefined) return []
    return [[name, shape.startsWith("one") ? lines[0] : lines]]
  })
  return {
    id: source.id,
    kind,
    sources: source.sources,
    confidence: source.confidence,
    checkedOn: source.checkedOn,
    expiresOn: source.expiresOn,
    reviewer: source.reviewer === NOT_REVIEWED ? null : source.reviewer,
    meta: Object.fromEntries(meta),
    text: Object.fromEntries(text),
  } as Card
}

/** What a content file writes while nobody from outside has reviewed a card. */
export const NOT_REVIEWED = "not yet reviewed"

function toLine(line: SourceLine, locale: Locale): Line {
  const text = locale === "ur" ? isolateCodes(line.text) : line.text
  return line.verify ? { text, verify: true } : { text }
}
