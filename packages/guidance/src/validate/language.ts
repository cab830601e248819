import type { Locale } from "@shn/domain"
import type { ContentBundle, Finding, SourceCard, WordLists } from "../bundle.ts"
import { HARDEST_GRADE, readingGrade } from "../reading-level.ts"
import { finding, linesOf, type Place } from "./finding.ts"

/** Arabic letters and signs that look almost like the Urdu ones, and what Urdu writes. */
const NOT_URDU: readonly (readonly [RegExp, string])[] = [
  [/[يى]/, "write ی (U+06CC), not the Arabic ya"],
  [/ك/, "write ک (U+06A9), not the Arabic kaf"],
  [/[هة]/, "write ہ or ھ, not the Arabic ha or ta marbuta"],
  [/[?]/, "write ؟"],
  [/;/, "write ؛"],
  [/(?<!\d),|,(?!\d)/, "write ،"],
  [/\p{Script=Arabic}\./u, "end the sentence with ۔"],
]

/** Checks the words themselves: banned and wrong ones, letters, digits, spelling, how hard the English is. */
export function checkLanguage(bundle: ContentBundle): readonly Finding[] {
  const names = new Set(bundle.words.names.map((name) => name.toLowerCase()))
  const spellings = spellingTable(bundle.words)
  const listed = listedWords(bundle.words)
  return bundle.cards.flatMap((card) => [
    ...linesOf(card).flatMap(({ field, locale, line }) => [
      ...checkWords(listed, card, line.text, { field, locale }),
      ...checkScript(bundle.words, card, line.text, locale, field),
      ...(locale === "ur-Latn" ? checkSpelling(spellings, card, line.text, { field, locale }) : []),
    ]),
    ...checkGrade(card, names),
  ])
}

type Listed = {
  readonly code: "banned-word" | "wrong-fact"
  readonly pattern: RegExp
  readonly advice: string
}

/** The two lists as patterns, made once for all lines. */
function listedWords(lists: WordLists): readonly Listed[] {
  const listed = (code: Listed["code"], entries: WordLists["banned"]): readonly Listed[] =>
    entries.map(({ word, instead }) => ({ code, pattern: wholeWord(word), advice: `"${word}": ${instead}` }))
  return [...listed("banned-word", lists.banned), ...listed("wrong-fact", lists.wrong)]
}

function wholeWord(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu")
}

function checkWords(
  listed: readonly Listed[],
  card: SourceCard,
  text: string,
  place: Place,
): readonly Finding[] {
  return listed
    .filter(({ pattern }) => pattern.test(text))
    .map(({ code, advice }) => finding(code, card, advice, place))
}

function checkScript(
  lists: WordLists,
  card: SourceCard,
  text: string,
  locale: Locale,
  field: string,
): readonly Finding[] {
  const place = { field, locale }
  const found: Finding[] = []
  if (/[\u0660-\u0669\u06f0-\u06f9]/.test(text))
    found.push(
      finding(
        "wrong-digit",
        card,
        "write digits as 0-9 in every language, so that numbers can be dialled",
        place,
      ),
    )
  if (locale === "ur") {
    const rest = lists.latinInUrdu.reduce((now, name) => now.replaceAll(name, ""), text)
    if (/[A-Za-z]/.test(rest))
      found.push(
        finding(
          "wrong-script",
          card,
          "Latin letters in Urdu: write it in Urdu, or add the name to words/latin-in-urdu.txt",
          place,
        ),
      )
    if (/\p{L}/u.test(rest) && !/\p{Script=Arabic}/u.test(text) && rest !== "")
      found.push(finding("wrong-script", card, "no Urdu letters here", place))
    for (const [pattern, advice] of NOT_URDU)
      if (pattern.test(rest)) found.push(finding("wrong-letter", card, advice, place))
  } else if (/\p{Script=Arabic}/u.test(text)) {
    found.push(finding("wrong-script", card, "Urdu letters do not belong here", place))
  }
  return found
}

function spellingTable(lists: WordLists): ReadonlyMap<string, string> {
  return new Map(
    lists.roman.flatMap(({ right, wrong }) => wrong.map((word): [string, string] => [word, right])),
  )
}

function checkSpelling(
  table: ReadonlyMap<string, string>,
  card: SourceCard,
  text: string,
  place: Place,
): readonly Finding[] {
  const written = text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g) ?? []
  return written.flatMap((word) => {
    const right = table.get(word)
    return right === undefined
      ? []
      : [finding("roman-spelling", card, `write "${right}", not "${word}"`, place)]
  })
}

function checkGrade(card: SourceCard, names: ReadonlySet<string>): readonly Finding[] {
  const english = linesOf(card).flatMap(({ locale, line }) => (locale === "en" ? [line.text] : []))
  const grade = readingGrade(english, names)
  if (grade <= HARDEST_GRADE) return []
  const advice = `English of school grade ${grade.toFixed(1)}, at most ${HARDEST_GRADE}: shorter sentences, shorter words`
  return [finding("hard-to-read", card, advice, { locale: "en" })]
}
