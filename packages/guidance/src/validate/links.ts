import type { ContentBundle, Finding, SourceCard } from "../bundle.ts"
import { isReach } from "../hotlines.ts"
import { isKind, KINDS, type Kind, type KindSpec } from "../schema.ts"
import { words } from "../word-file.ts"
import { finding, linesOf } from "./finding.ts"

/** The kind of card each "ids" field must point to. */
const POINTS_TO: Readonly<Record<string, Kind>> = {
  laws: "law",
  doors: "agency",
  agency: "agency",
  wrong_doors: "agency",
  guides: "playbook",
  types: "type",
  type: "type",
}
/** Free-phone and mobile numbers, and the short codes in use: these must all be lines we list. */
const PHONE = /\b0\d{3}-\d{5,7}\b|\b(?:10|11|12|17)\d\d\b/g

/** Checks every id and every telephone number that a card names. */
export function checkLinks(bundle: ContentBundle): readonly Finding[] {
  const shown = bundle.cards.filter((card) => card.shown)
  const kindOf = new Map(shown.map((card) => [card.id, card.kind]))
  const numbers = new Set([...shown.flatMap((card) => card.meta.number ?? []), ...bundle.words.warnedNumbers])
  return bundle.cards.flatMap((card) => [
    ...checkIds(card, kindOf),
    ...checkNumbers(card, numbers),
    ...checkPieces(card),
  ])
}

function checkIds(card: SourceCard, kindOf: ReadonlyMap<string, string>): readonly Finding[] {
  const spec: KindSpec | undefined = isKind(card.kind) ? KINDS[card.kind] : undefined
  return Object.entries(spec?.meta ?? {}).flatMap(([field, shape]) => {
    if (!shape.startsWith("ids")) return []
    const wanted = POINTS_TO[field]
    return words(card.meta[field] ?? "")
      .filter((id) => kindOf.get(id) !== wanted)
      .map((id) => finding("unknown-id", card, `"${id}" is not a shown ${wanted} card`, { field }))
  })
}

function checkNumbers(card: SourceCard, numbers: ReadonlySet<string>): readonly Finding[] {
  const called = words(card.meta.call ?? "").map((number) => ({ number, place: { field: "call" } }))
  const written = linesOf(card).flatMap(({ field, locale, line }) =>
    (line.text.match(PHONE) ?? []).map((number) => ({ number, place: { field, locale } })),
  )
  return [...called, ...written]
    .filter(({ number }) => !numbers.has(number))
    .map(({ number, place }) => finding("unknown-number", card, `${number} is not a hotline we list`, place))
}

/** Lists in two fields that must go together, and words from a closed set. */
function checkPieces(card: SourceCard): readonly Finding[] {
  const count = (field: string): number => card.text[field]?.en?.length ?? 0
  const listed = (field: string): readonly string[] => words(card.meta[field] ?? "")
  const right = Number(card.meta.right)
  if (card.kind === "form" && listed("keys").length !== count("ask"))
    return [
      finding("bad-length", card, "keys and ask must have the same number of entries", { field: "ask" }),
    ]
  if (card.kind === "quiz" && !(right >= 1 && right <= count("options")))
    return [
      finding("bad-length", card, `"right" is the number of the right option, from 1`, { field: "right" }),
    ]
  if (card.kind === "hotline" && (listed("provinces").length === 0 || !listed("provinces").every(isReach)))
    return [finding("unknown-id", card, '"provinces" is "all" or province codes', { field: "provinces" })]
  return []
}
