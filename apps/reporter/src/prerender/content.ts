import { PROVINCES } from "@shn/domain"
import { type Card, cardsOf, type Line } from "@shn/guidance"
import type { Hotline } from "../hotlines/hotline.ts"
import type { DangerAdvice } from "../pages/danger/danger.tsx"

/** The danger-now cards in one language, as the pages show them. */
export type DangerContent = {
  readonly hotlines: readonly Hotline[]
  readonly advice: readonly DangerAdvice[]
  /** "2026-11-22" */
  readonly checkedOn: string
}

/**
 * The guidance page "danger-now" for the screens. Its cards are checked already; medium facts carry the mark "verify".
 * @param cards what `loadCards(locale, "danger-now")` gives
 * @throws Error when there is no number: a build must not go out without its numbers
 */
export function dangerContent(cards: readonly Card[]): DangerContent {
  const hotlines = cardsOf("hotline", cards).map(hotlineOf)
  const advice = cardsOf("danger", cards).map(({ id, text }) => ({
    id,
    title: text.title.text,
    points: text.points.map((line) => line.text),
  }))
  if (hotlines.length === 0) throw new Error("the page danger-now names no number")
  return { hotlines, advice, checkedOn: cards.map((card) => card.checkedOn).sort()[0] ?? "" }
}

function hotlineOf({ id, confidence, meta, text }: Card<"hotline">): Hotline {
  return {
    id,
    number: meta.number,
    name: text.title.text,
    forWhom: sentence(text.for),
    hours: text.hours.text,
    provinces: meta.provinces.includes("all")
      ? "all"
      : PROVINCES.filter((province) => meta.provinces.includes(province)),
    isUrgent: meta.urgent === "yes",
    needsCheck: confidence === "medium" || [text.hours, ...text.for].some((line) => line.verify === true),
  }
}

function sentence(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join(" ")
}
