import { type Discipline, LEAST_EXPERTS_PER_CELL, type RoutingFacets, type SpokenLanguage } from "@shn/domain"
import type { ListedMember } from "@shn/sealed"
import { type HelpAnswers, laneOfAnswers, minorOf } from "./answers.ts"

/** Why the router is not told a province. */
export type ProvinceHidden = "not_needed" | "not_said" | "would_say_too_much" | null

/**
 * All that our computer is told to find one expert, and nothing else. A place matters for courts only, so it goes
 * with the legal need alone, and only where enough experts share the language (`LEAST_EXPERTS_PER_CELL`).
 * @param members of the verified directory
 */
export function facetsOf(
  answers: HelpAnswers,
  discipline: Discipline,
  members: readonly ListedMember[],
): RoutingFacets {
  return {
    discipline,
    languages: answers.languages,
    genderWish: answers.genderWish,
    channel: answers.channel,
    province: provinceHidden(answers, discipline, members) === null ? (answers.where ?? "any") : "any",
    lane: laneOfAnswers(answers),
    actFamily: answers.what ?? "ask_human",
    minor: minorOf(answers.age),
  }
}

/** @returns why the province stays on the phone, or null if it is sent. */
export function provinceHidden(
  answers: HelpAnswers,
  discipline: Discipline,
  members: readonly ListedMember[],
): ProvinceHidden {
  if (answers.where === null || answers.where === "any") return "not_said"
  if (discipline !== "legal") return "not_needed"
  const tooFew = answers.languages.some(
    (language) => expertsWith(members, discipline, language) < LEAST_EXPERTS_PER_CELL,
  )
  return tooFew ? "would_say_too_much" : null
}

// The signed list says who speaks what, not who works where: this is the most that any province can have.
function expertsWith(
  members: readonly ListedMember[],
  discipline: Discipline,
  language: SpokenLanguage,
): number {
  return members.filter(
    (member) =>
      member.status === "active" &&
      member.disciplines.includes(discipline) &&
      member.languages.includes(language),
  ).length
}
