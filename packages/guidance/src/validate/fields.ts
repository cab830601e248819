import { LOCALES } from "@shn/domain"
import type { ContentBundle, Finding, SourceCard } from "../bundle.ts"
import { isKind, KINDS, type KindSpec } from "../schema.ts"
import { stampOf } from "../stamp.ts"
import { finding } from "./finding.ts"

/** Lists whose length means something: four steps of a ladder, three things to do. */
const LENGTHS: Readonly<Record<string, number>> = { "type/ladder": 4, "type/do": 3 }

/** Checks that each card has the fields of its kind, in every language, evenly, and not older than its English. */
export function checkFields(bundle: ContentBundle): readonly Finding[] {
  return bundle.cards.flatMap((card) => {
    if (!isKind(card.kind)) return []
    const spec: KindSpec = KINDS[card.kind]
    return [
      ...checkMeta(card, spec),
      ...checkNames(card, spec),
      ...Object.keys(spec.text).flatMap((field) => checkField(bundle, card, field)),
    ]
  })
}

function checkMeta(card: SourceCard, spec: KindSpec): readonly Finding[] {
  const missing = Object.entries(spec.meta).filter(
    ([name, shape]) => !shape.endsWith("?") && !card.meta[name],
  )
  const unknown = Object.keys(card.meta).filter((name) => spec.meta[name] === undefined)
  return [
    ...missing.map(([field]) =>
      finding("missing-field", card, `write "${field}: ..." under the id`, { field }),
    ),
    ...unknown.map((field) =>
      finding("unknown-field", card, `a ${card.kind} card has no "${field}"`, { field }),
    ),
  ]
}

function checkNames(card: SourceCard, spec: KindSpec): readonly Finding[] {
  const missing = Object.entries(spec.text).filter(
    ([name, shape]) => !shape.endsWith("?") && card.text[name] === undefined,
  )
  const unknown = Object.keys(card.text).filter((name) => spec.text[name] === undefined)
  return [
    ...missing.map(([field]) =>
      finding("missing-field", card, `write "## ${field}" with its text`, { field }),
    ),
    ...unknown.map((field) =>
      finding("unknown-field", card, `a ${card.kind} card has no field "${field}"`, { field }),
    ),
  ]
}

function checkField(bundle: ContentBundle, card: SourceCard, field: string): readonly Finding[] {
  const byLocale = card.text[field]
  if (byLocale === undefined) return []
  const absent = LOCALES.filter((locale) => (byLocale[locale] ?? []).length === 0)
  if (absent.length > 0)
    return absent.map((locale) =>
      finding("missing-language", card, `write the text in ${locale}`, { field, locale }),
    )
  const english = byLocale.en ?? []
  const found: Finding[] = []
  for (const locale of LOCALES) {
    const lines = byLocale[locale] ?? []
    if (lines.some((line) => line.text.trim() === ""))
      found.push(finding("blank", card, "an entry is empty", { field, locale }))
    if (lines.length !== english.length)
      found.push(
        finding("uneven-list", card, `${english.length} entries in English, ${lines.length} here`, {
          field,
          locale,
        }),
      )
    else if (lines.some((line, at) => line.verify !== english[at]?.verify))
      found.push(
        finding("uneven-verify", card, "{verify} must stand on the same entries in every language", {
          field,
          locale,
        }),
      )
    if (
      locale !== "en" &&
      lines.some(
        (line, at) => isSame(line.text, english[at]?.text) && !bundle.words.sameInRoman.includes(line.text),
      )
    )
      found.push(finding("untranslated", card, "an entry is the same as in English", { field, locale }))
  }
  return [...found, ...checkShape(card, field, english.length), ...checkStamp(bundle, card, field)]
}

function checkShape(card: SourceCard, field: string, entries: number): readonly Finding[] {
  const spec: KindSpec | undefined = isKind(card.kind) ? KINDS[card.kind] : undefined
  const expected = spec?.text[field]?.startsWith("one") ? 1 : LENGTHS[`${card.kind}/${field}`]
  if (expected === undefined || entries === expected) return []
  return [finding("bad-length", card, `needs exactly ${expected}, has ${entries}`, { field })]
}

function checkStamp(bundle: ContentBundle, card: SourceCard, field: string): readonly Finding[] {
  if (bundle.stamps[`${card.id}/${field}`] === stampOf(card.text[field]?.en ?? [])) return []
  const advice = `the English changed: read the Urdu and Roman Urdu again, then run: npx tsx tools/content.ts accept ${card.id}`
  return [finding("stale-translation", card, advice, { field })]
}

function isSame(text: string, english: string | undefined): boolean {
  return /\p{L}/u.test(text) && text.toLowerCase() === english?.toLowerCase()
}
