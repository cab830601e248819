import { PROVINCES, type Province } from "@shn/domain"
import { type Card, cardsOf } from "./schema.ts"

/**
 * Numbers a person can call, the most useful first: the police, then lines of the own province, then the others.
 * @param province "any" gives the lines of every province.
 * @param only "urgent" leaves out lines that do not help within minutes.
 */
export function hotlinesFor(
  cards: readonly Card[],
  province: Province | "any",
  only: "urgent" | "all",
): readonly Card<"hotline">[] {
  const rank = (card: Card<"hotline">): number => {
    if (card.meta.number === "15") return 0
    return card.meta.provinces.includes("all") ? 2 : 1
  }
  return cardsOf("hotline", cards)
    .filter((card) => only === "all" || card.meta.urgent === "yes")
    .filter(
      ({ meta }) => province === "any" || meta.provinces.includes("all") || meta.provinces.includes(province),
    )
    .map((card, at) => ({ card, at }))
    .sort((a, b) => rank(a.card) - rank(b.card) || a.at - b.at)
    .map(({ card }) => card)
}

/** The number as a `tel:` link: digits only. */
export function telLink(number: string): string {
  return `tel:${number.replace(/\D/g, "")}`
}

/** True if the word names a province or "all". */
export function isReach(word: string): boolean {
  return word === "all" || PROVINCES.some((province) => province === word)
}
