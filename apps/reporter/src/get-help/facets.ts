import type { Discipline, Province, RoutingFacets, SpokenLanguage } from "@shn/domain"
import { type HelpAnswers, laneOfAnswers, minorOf } from "./answers.ts"

/**
 * Groups so small that the place would say too much about one person. Census 2023: Gilgit-Baltistan under 2 million
 * and Azad Kashmir about 4 million people; Brahui 2.8 million speakers in the whole country.
 */
const RARE_PROVINCES: readonly Province[] = ["ajk", "gb"]
const RARE_LANGUAGES: readonly SpokenLanguage[] = ["brh"]

/** Why the router is not told a province. */
export type ProvinceHidden = "not_needed" | "not_said" | "would_say_too_much" | null

/**
 * All that our computer is told to find one expert, and nothing else. A place matters for courts only, so it goes
 * with the legal need alone.
 */
export function facetsOf(answers: HelpAnswers, discipline: Discipline): RoutingFacets {
  return {
    discipline,
    languages: answers.languages,
    genderWish: answers.genderWish,
    channel: answers.channel,
    province: provinceHidden(answers, discipline) === null ? (answers.where ?? "any") : "any",
    lane: laneOfAnswers(answers),
    actFamily: answers.what ?? "ask_human",
    minor: minorOf(answers.age),
  }
}

/** @returns why the province stays on the phone, or null if it is sent. */
export function provinceHidden(answers: HelpAnswers, discipline: Discipline): ProvinceHidden {
  const { where } = answers
  if (where === null || where === "any") return "not_said"
  if (discipline !== "legal") return "not_needed"
  const isRare =
    RARE_PROVINCES.includes(where) || answers.languages.some((code) => RARE_LANGUAGES.includes(code))
  return isRare ? "would_say_too_much" : null
}
