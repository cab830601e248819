import type { Day, Gender, Locale, PersonReason, RoutingFacets } from "@shn/domain"
import { dayOf } from "@shn/domain"
import { formatClockTime, formatWeekday, PAKISTAN_OFFSET_MINUTES } from "@shn/ui"
import type { HelpText } from "../text/help/area.ts"
import type { WordsText } from "../text/words/area.ts"
import type { HelpAnswers } from "./answers.ts"
import { provinceHidden } from "./facets.ts"
import type { Review } from "./submission.ts"

export type SeenLine = { readonly term: string; readonly detail: string }

/**
 * Everything that is sent, in words: what is the same for every need once, what differs with the need's name before it.
 */
export function seenLinesOfAll(review: Review, text: HelpText, words: WordsText): readonly SeenLine[] {
  const perNeed = review.needs.map(({ facets }) => ({
    name: words.expert[facets.discipline],
    lines: seenLines(facets, review, text, words),
  }))
  const [first] = perNeed
  if (first === undefined) return []
  return first.lines.map(({ term }, at) => {
    const details = perNeed.map(({ lines }) => lines[at]?.detail ?? "")
    const isSame = details.every((detail) => detail === details[0])
    if (isSame) return { term, detail: details[0] ?? "" }
    const isKind = term === text.review.seesKind
    return {
      term,
      detail: isKind
        ? words.list.and(details)
        : perNeed.map(({ name }, need) => `${name}: ${details[need] ?? ""}`).join("; "),
    }
  })
}

/** The facets of one need: a line for each thing that is sent, none left out (the compiler counts them). */
function seenLines(
  facets: RoutingFacets,
  review: Review,
  text: HelpText,
  words: WordsText,
): readonly SeenLine[] {
  const { review: says } = text
  const lines: { readonly [Facet in keyof RoutingFacets]: SeenLine } = {
    discipline: { term: says.seesKind, detail: words.expert[facets.discipline] },
    languages: {
      term: says.seesLanguages,
      detail: words.list.and(facets.languages.map((language) => words.language[language])),
    },
    genderWish: { term: says.seesGender, detail: genderWords(facets, text, words) },
    channel: { term: says.seesChannel, detail: words.channel[facets.channel] },
    province: { term: says.seesProvince, detail: provinceWords(facets, review, text, words) },
    lane: { term: says.seesUrgency, detail: words.lane[facets.lane] },
    actFamily: {
      term: says.seesAct,
      detail: facets.actFamily === "ask_human" ? says.hidden : words.act[facets.actFamily],
    },
    minor: { term: says.seesAge, detail: words.minor[facets.minor] },
  }
  return Object.values(lines)
}

/** Why this person, as one warm part of a sentence: "is a woman, as you asked, speaks your language and is free now". */
export function reasonWords(
  reasons: readonly PersonReason[],
  gender: Gender | null,
  words: WordsText,
): string {
  return words.list.and(
    reasons.map((reason) => {
      if (reason === "gender_as_asked") return gender === null ? "" : words.genderAsAsked[gender]
      return gender === "woman" ? words.reasonOfWoman[reason] : words.reason[reason]
    }),
  )
}

/** "Monday, 23 November, 9:00 am" of the next duty, as people in Pakistan read it; null when it is not known. */
export function whenWords(nextAt: string | null, locale: Locale): string | null {
  const ms = nextAt === null ? Number.NaN : Date.parse(nextAt)
  if (Number.isNaN(ms)) return null
  const day: Day = dayOf(ms + PAKISTAN_OFFSET_MINUTES * 60_000)
  return `${formatWeekday(day, locale)} ${formatClockTime(ms, locale)}`
}

function genderWords({ genderWish }: RoutingFacets, text: HelpText, words: WordsText): string {
  switch (genderWish.strength) {
    case "any":
      return text.expert.any
    case "prefer":
      return text.expert.prefer(words.gender[genderWish.gender])
    case "must":
      return text.expert.must(words.gender[genderWish.gender])
  }
}

function provinceWords(facets: RoutingFacets, review: Review, text: HelpText, words: WordsText): string {
  if (facets.province !== "any") return words.province[facets.province]
  const answers: HelpAnswers = review.answers
  const why = provinceHidden(answers, facets.discipline, review.directory.members)
  return why === "would_say_too_much" ? text.review.provinceRare : text.review.hidden
}
