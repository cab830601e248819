import { type Day, parseDay } from "@shn/domain"
import type { ContentBundle, Finding, SourceCard } from "../bundle.ts"
import { CONFIDENCES, isKind } from "../schema.ts"
import { finding } from "./finding.ts"

const ID = /^[a-z][a-z0-9-]*$/

/** Checks what stands above the text of each card: id, kind, sources, confidence, days, reviewer. */
export function checkHeads(bundle: ContentBundle, today: Day): readonly Finding[] {
  const known = new Set(bundle.sources.map((source) => source.id))
  const cited = new Set(bundle.cards.flatMap((card) => card.sources))
  const unused = bundle.sources.filter((source) => !cited.has(source.id))
  return [
    ...bundle.cards.flatMap((card, at) => [
      ...checkHead(card, known, today),
      ...checkOnce(bundle.cards, card, at),
    ]),
    ...unused.map(
      ({ id }): Finding => ({
        code: "unused-source",
        card: id,
        at: "sources.txt",
        advice: `no card cites "${id}": remove the line`,
      }),
    ),
  ]
}

function checkHead(card: SourceCard, known: ReadonlySet<string>, today: Day): readonly Finding[] {
  const found: Finding[] = []
  if (!ID.test(card.id))
    found.push(finding("bad-id", card, "an id has small letters, digits and hyphens only"))
  if (!isKind(card.kind)) found.push(finding("unknown-kind", card, `"${card.kind}" is not a kind of card`))
  if (card.sources.length === 0)
    found.push(finding("missing-source", card, "write at least one source id from sources.txt"))
  for (const id of card.sources)
    if (!known.has(id)) found.push(finding("unknown-source", card, `"${id}" is not in sources.txt`))
  if (!CONFIDENCES.some((word) => word === card.confidence))
    found.push(finding("bad-confidence", card, "confidence is high, medium or low"))
  if (card.confidence === "low" && card.shown)
    found.push(
      finding("low-shown", card, 'a low fact must not be shown: write "shown: no" or find a better source'),
    )
  if (card.confidence === "high" && card.sources.every((id) => id === "GK"))
    found.push(
      finding("weak-source", card, "general knowledge alone (GK) is not enough for high: write medium"),
    )
  if (card.reviewer === "")
    found.push(finding("missing-reviewer", card, 'write the reviewer, or "not yet reviewed"'))
  return [...found, ...checkDays(card, today)]
}

function checkDays(card: SourceCard, today: Day): readonly Finding[] {
  const checked = parseDay(card.checkedOn)
  const expires = parseDay(card.expiresOn)
  if (!checked.ok || !expires.ok)
    return [finding("bad-day", card, "checked and expires are days like 2026-11-22")]
  if (checked.value > today)
    return [finding("checked-in-future", card, `checked on ${checked.value}, which is still to come`)]
  if (expires.value <= today)
    return [
      finding("expired", card, `expired on ${expires.value}: check the fact again, then write new days`),
    ]
  return []
}

function checkOnce(cards: readonly SourceCard[], card: SourceCard, at: number): readonly Finding[] {
  const first = cards.findIndex((other) => other.id === card.id)
  return first === at ? [] : [finding("duplicate-id", card, `the id is used already at ${cards[first]?.at}`)]
}
