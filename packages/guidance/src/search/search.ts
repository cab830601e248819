import type { Card, PageName } from "../schema.ts"
import { KINDS } from "../schema.ts"
import { bones, foldedWords } from "./fold.ts"

/** What a device holds to search everything offline. `words` pairs a folded word with its places in `cards`. */
export type SearchIndex = {
  readonly cards: readonly { readonly id: string; readonly page: PageName; readonly title: string }[]
  readonly words: readonly (readonly [string, readonly number[]])[]
  /** Groups of folded phrases that mean the same, in all languages. */
  readonly same: readonly (readonly string[])[]
}

/** A card found, with how well it fits (higher is better). */
export type SearchHit = {
  readonly id: string
  readonly page: PageName
  readonly title: string
  readonly score: number
}

/** Kinds a person would open from a search. Rules, gates and notices are parts of other screens. */
const FINDABLE = new Set([
  "type",
  "law",
  "agency",
  "hotline",
  "danger",
  "playbook",
  "coping",
  "others",
  "evidence",
  "platform",
  "safety",
  "plan",
  "fair",
  "sign",
])
const TITLE_WEIGHT = 3
/** Pages that tell a frightened person what to do come before the law. */
const FIRST_PAGES: ReadonlySet<PageName> = new Set<PageName>(["danger-now", "types", "playbooks"])
const FIRST_WEIGHT = 1.6
/** Other words of the same meaning count together like this many typed words. */
const MEANING_SHARE = 1.5
/** A word in more than this share of the cards ("the", "hai") finds everything, so it finds nothing. */
const COMMON_SHARE = 0.25

/**
 * Builds the index of one language from its cards.
 * @param groups lines of content/words/search.txt, each the words of one meaning.
 */
export function buildSearchIndex(
  cards: readonly Card[],
  groups: readonly (readonly string[])[],
): SearchIndex {
  const found = cards.filter((card) => FINDABLE.has(card.kind) && "title" in card.text)
  const places = new Map<string, number[]>()
  for (const [at, card] of found.entries()) {
    const own = Object.values(card.text).flat()
    const all = own.flatMap((line) => (line === undefined ? [] : foldedWords(line.text)))
    for (const word of new Set([
      ...all,
      ...Object.values(card.meta)
        .flat()
        .flatMap((value) => foldedWords(String(value))),
    ]))
      if (word.length > 1) places.set(word, [...(places.get(word) ?? []), at])
  }
  return {
    cards: found.map((card) => ({ id: card.id, page: KINDS[card.kind].page, title: titleOf(card) })),
    words: [...places]
      .filter(([, at]) => at.length <= found.length * COMMON_SHARE)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    same: groups.map((group) => [...new Set(group.map((phrase) => foldedWords(phrase).join(" ")))]),
  }
}

/**
 * Finds cards for what a person typed, in any of the three languages and in most spellings.
 * @returns best first, at most `limit`; empty when nothing fits.
 */
export function search(index: SearchIndex, typed: string, limit: number): readonly SearchHit[] {
  const query = foldedWords(typed)
  if (query.length === 0) return []
  const places = new Map(index.words)
  const titles = index.cards.map((card) => foldedWords(card.title))
  const scores = new Map<number, number>()
  const add = (at: number, score: number): void => {
    scores.set(at, (scores.get(at) ?? 0) + score)
  }
  const typedAlone = query.map((word) => ({ wanted: [word], share: 1 }))
  const meant = meanings(index, query).map((wanted) => ({ wanted, share: MEANING_SHARE / wanted.length }))
  for (const { wanted, share } of [...typedAlone, ...meant]) {
    for (const word of wanted) {
      const found = placesOf(places, word)
      for (const at of found)
        add(at, (share * weightOf(titles[at] ?? [], word)) / Math.log2(2 + found.length))
    }
  }
  return [...scores]
    .flatMap(([at, score]) => {
      const card = index.cards[at]
      return card === undefined
        ? []
        : [{ ...card, score: score * (FIRST_PAGES.has(card.page) ? FIRST_WEIGHT : 1) }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}

/** The other words of every meaning that the query names, each meaning as one list. */
function meanings(index: SearchIndex, query: readonly string[]): readonly (readonly string[])[] {
  const text = ` ${query.join(" ")} `
  const queryBones = new Set(query.map(bones).filter((word) => word !== ""))
  const isNamed = (phrase: string): boolean => text.includes(` ${phrase} `) || queryBones.has(bones(phrase))
  return index.same
    .filter((group) => group.some(isNamed))
    .map((group) => [...new Set(group.filter((phrase) => !phrase.includes(" ")))])
}

/** Exact word first; else words that begin with it; else words with the same bones. */
function placesOf(places: ReadonlyMap<string, readonly number[]>, word: string): readonly number[] {
  const exact = places.get(word)
  if (exact !== undefined) return exact
  const known = [...places.keys()]
  const longer = word.length >= 3 ? known.filter((other) => other.startsWith(word)) : []
  const frame = bones(word)
  const alike =
    longer.length > 0 || frame === ""
      ? longer
      : known.filter((other) => other.startsWith(frame.charAt(0)) && bones(other) === frame)
  return [...new Set(alike.flatMap((other) => places.get(other) ?? []))]
}

function weightOf(title: readonly string[], word: string): number {
  return title.some((own) => own === word || own.startsWith(word)) ? TITLE_WEIGHT : 1
}

function titleOf(card: Card): string {
  return "title" in card.text ? card.text.title.text : card.id
}
