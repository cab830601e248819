import { type Locale, PROVINCES } from "@shn/domain"
import { parseCardFile, type SourceCard, type SourceLine } from "@shn/guidance"
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
 * Reads content/cards/danger-now.md. Facts of low confidence are never shown; medium ones carry the mark "verify".
 * @throws Error when the file does not read: a build must not go out without its numbers
 */
export function dangerContent(source: string, locale: Locale): DangerContent {
  const problems: string[] = []
  const cards = parseCardFile("danger-now.md", source, (error) => {
    problems.push(`line ${error.line}: ${error.problem}`)
  })
  if (!cards.ok) throw new Error(`danger-now.md does not read: ${problems.join("; ")}`)
  const shown = cards.value.filter((card) => card.shown && card.confidence !== "low")
  const hotlines = shown.filter((card) => card.kind === "hotline").map((card) => hotlineOf(card, locale))
  const advice = shown
    .filter((card) => card.kind === "danger")
    .map((card) => ({
      id: card.id,
      title: oneLine(card, "title", locale),
      points: lines(card, "points", locale).map((line) => line.text),
    }))
  if (hotlines.length === 0) throw new Error("danger-now.md names no number")
  return { hotlines, advice, checkedOn: shown.map((card) => card.checkedOn).sort()[0] ?? "" }
}

function hotlineOf(card: SourceCard, locale: Locale): Hotline {
  const hours = lines(card, "hours", locale)
  const places = (card.meta.provinces ?? "all").split(",").map((place) => place.trim())
  return {
    id: card.id,
    number: card.meta.number ?? "",
    name: oneLine(card, "title", locale),
    forWhom: lines(card, "for", locale)
      .map((line) => line.text)
      .join(" "),
    hours: hours.map((line) => line.text).join(" "),
    provinces: places.includes("all") ? "all" : PROVINCES.filter((province) => places.includes(province)),
    isUrgent: card.meta.urgent === "yes",
    needsCheck: card.confidence === "medium" || hours.some((line) => line.verify),
  }
}

function oneLine(card: SourceCard, field: string, locale: Locale): string {
  return lines(card, field, locale)[0]?.text ?? ""
}

function lines(card: SourceCard, field: string, locale: Locale): readonly SourceLine[] {
  return card.text[field]?.[locale] ?? []
}
