import { LOCALES, type Locale } from "../packages/domain/src/vocabulary.ts"
import { type FlatCatalogue, fingerprint, type Sentence, type TextArea } from "./text-areas.ts"
import { SLOT } from "./text-pieces.ts"
import { BANNED, LATIN_IN_URDU, ROMAN_SPELLING, SAME_IN_BOTH } from "./text-words.ts"

export type TextRule =
  | "missing"
  | "surplus"
  | "parts"
  | "blank"
  | "same-as-english"
  | "latin-in-urdu"
  | "arabic-letter"
  | "arabic-in-roman"
  | "banned-word"
  | "roman-spelling"
  | "stale"

export type TextProblem = {
  readonly area: string
  readonly key: string
  readonly locale: Locale
  readonly rule: TextRule
  /** What to do next, in one sentence. */
  readonly advice: string
}

type Finding = { readonly rule: TextRule; readonly advice: string }

/** Everything that is wrong with the sentences of one area, in all its languages. Empty when all is well. */
export function checkArea(area: TextArea): readonly TextProblem[] {
  return LOCALES.flatMap((locale) => [
    ...keyProblems(area, locale),
    ...[...area.catalogues[locale]].flatMap(([key, sentence]) =>
      sentenceFindings(area, locale, key, sentence).map((finding) => ({
        area: area.name,
        key,
        locale,
        ...finding,
      })),
    ),
  ])
}

/** One line a person can act on. */
export function describeProblem(problem: TextProblem): string {
  return `${problem.area} [${problem.locale}] ${problem.key}: ${problem.rule}. ${problem.advice}`
}

function keyProblems(area: TextArea, locale: Locale): readonly TextProblem[] {
  if (locale === "en") return []
  const source = area.catalogues.en
  const translated = area.catalogues[locale]
  const problem = (key: string, rule: TextRule, advice: string) => ({
    area: area.name,
    key,
    locale,
    rule,
    advice,
  })
  return [
    ...without(source, translated).map((key) => problem(key, "missing", "Translate it.")),
    ...without(translated, source).map((key) =>
      problem(key, "surplus", "English does not have it; remove it."),
    ),
    ...Object.keys(area.lock[locale] ?? {})
      .filter((key) => !source.has(key))
      .map((key) => problem(key, "stale", `The lock names a sentence that is gone; ${acceptAdvice(area)}`)),
  ]
}

function sentenceFindings(
  area: TextArea,
  locale: Locale,
  key: string,
  sentence: Sentence,
): readonly Finding[] {
  const findings = [...blank(sentence), ...banned(locale, sentence)]
  if (locale === "en") return findings
  const english = area.catalogues.en.get(key)
  if (english !== undefined) {
    findings.push(
      ...parts(english, sentence),
      ...same(english, sentence),
      ...stale(area, locale, key, english),
    )
  }
  return [...findings, ...(locale === "ur" ? urduLetters(sentence) : romanLetters(sentence))]
}

function blank({ words }: Sentence): readonly Finding[] {
  return words.replaceAll(SLOT, "x").trim() === "" ? [{ rule: "blank", advice: "Write the sentence." }] : []
}

function parts(english: Sentence, { parts: count }: Sentence): readonly Finding[] {
  if (count === english.parts) return []
  return [
    {
      rule: "parts",
      advice: `English has ${english.parts} changing parts, this has ${count}; use them all.`,
    },
  ]
}

function same(english: Sentence, { words }: Sentence): readonly Finding[] {
  const text = words.trim()
  const hasLetters = /\p{L}/u.test(text.replaceAll(SLOT, ""))
  if (!hasLetters || text !== english.words.trim() || text in SAME_IN_BOTH) return []
  return [{ rule: "same-as-english", advice: "Translate it, or add it with a reason to SAME_IN_BOTH." }]
}

function urduLetters({ words }: Sentence): readonly Finding[] {
  // An account's handle, "@asad_k", is typed in Latin letters by everyone.
  const ownWords = words.replace(/@\w+/g, "")
  const latin = (ownWords.match(/[A-Za-z]+/g) ?? []).filter((found) => !(found in LATIN_IN_URDU))
  const arabic = words.match(/[يكهىة]/u)
  return [
    ...latin.map(
      (found): Finding => ({
        rule: "latin-in-urdu",
        advice: `Write "${found}" in Urdu letters, or add it with a reason to LATIN_IN_URDU.`,
      }),
    ),
    ...(arabic === null
      ? []
      : [
          {
            rule: "arabic-letter" as const,
            advice: `"${arabic[0]}" is an Arabic letter; type the Urdu one (ی ک ہ).`,
          },
        ]),
  ]
}

function romanLetters({ words }: Sentence): readonly Finding[] {
  const script = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/.test(words)
  const used = new Set(words.toLowerCase().match(/[a-z']+/g) ?? [])
  return [
    ...(script
      ? [{ rule: "arabic-in-roman" as const, advice: "Roman Urdu is written in Latin letters." }]
      : []),
    ...Object.entries(ROMAN_SPELLING).flatMap(([right, wrong]) =>
      wrong
        .filter((spelling) => used.has(spelling))
        .map(
          (spelling): Finding => ({ rule: "roman-spelling", advice: `Write "${right}", not "${spelling}".` }),
        ),
    ),
  ]
}

function banned(locale: Locale, { words }: Sentence): readonly Finding[] {
  return BANNED[locale].flatMap(({ pattern, instead }) => {
    const found = pattern.exec(words)
    return found === null ? [] : [{ rule: "banned-word" as const, advice: `Not "${found[0]}": ${instead}.` }]
  })
}

function stale(area: TextArea, locale: Locale, key: string, english: Sentence): readonly Finding[] {
  const accepted = area.lock[locale]?.[key]
  if (accepted === fingerprint(english)) return []
  const change = accepted === undefined ? "This sentence is new" : "The English sentence has changed"
  return [
    {
      rule: "stale",
      advice: `${change}: read the translation again, correct it, then ${acceptAdvice(area)}`,
    },
  ]
}

function acceptAdvice(area: TextArea): string {
  return `run: npx tsx tools/text.ts accept ${area.name}`
}

function without(all: FlatCatalogue, other: FlatCatalogue): readonly string[] {
  return [...all.keys()].filter((key) => !other.has(key))
}
