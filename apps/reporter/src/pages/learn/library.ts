import { type Day, type Locale, parseDay } from "@shn/domain"
import {
  type Card,
  cardsOf,
  type DecisionTables,
  decisionTables,
  type Kind,
  type Source,
} from "@shn/guidance"
import { formatDay } from "@shn/ui"
import type { Hotline } from "../../hotlines/hotline.ts"
import type { LearnText } from "../../text/learn/area.ts"
import { cardHref } from "./addresses.ts"
import { pageOf } from "./page-of.ts"

/** Everything the pages of one language are made of. Exists only while prerendering. */
export type Library = {
  readonly locale: Locale
  readonly cards: readonly Card[]
  readonly tables: DecisionTables
  readonly sources: ReadonlyMap<string, Source>
  readonly hotlines: readonly Hotline[]
  readonly text: LearnText
}

export function newLibrary(
  parts: Omit<Library, "tables" | "sources"> & { readonly sources: readonly Source[] },
): Library {
  return {
    ...parts,
    tables: decisionTables(parts.cards),
    sources: new Map(parts.sources.map((source) => [source.id, source])),
  }
}

/** Cards of a kind named by their ids, in the order of the ids. @throws Error for an id nobody wrote */
export function named<K extends Kind>(library: Library, kind: K, ids: readonly string[]): readonly Card<K>[] {
  const known = cardsOf(kind, library.cards)
  return ids.map((id) => {
    const card = known.find((each) => each.id === id)
    if (card === undefined) throw new Error(`no card ${id} of the kind ${kind}`)
    return card
  })
}

/** The sentence of one of our fixed notices. */
export function notice(library: Library, id: string): string {
  return named(library, "notice", [id])[0]?.text.title.text ?? ""
}

/** Numbers to tap for the numbers a card names. */
export function numbersToCall(library: Library, numbers: readonly string[] | undefined): readonly Hotline[] {
  return (numbers ?? []).flatMap((number) => library.hotlines.find((line) => line.number === number) ?? [])
}

/** Address of a card. */
export function hrefOf(library: Library, card: Card): string {
  return cardHref(library.locale, pageOf(card.kind), card.id)
}

/** A day of a card, written out in the language of the page. */
export function writtenDay(library: Library, day: string): string {
  const parsed = parseDay(day)
  return parsed.ok ? formatDay(parsed.value satisfies Day, library.locale) : day
}
