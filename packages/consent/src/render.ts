import type { ConsentPurpose, Locale } from "@shn/domain"
import { dayInWords } from "./dates.ts"
import type { ConsentTerms } from "./statement.ts"
import type { Translated } from "./text/shape.ts"
import { messages as en } from "./text/statement/en.ts"
import { messages as ur } from "./text/statement/ur.ts"
import { messages as urLatn } from "./text/statement/ur-Latn.ts"

type Words = Translated<typeof en>

const WORDS: Readonly<Record<Locale, Words>> = { en, ur, "ur-Latn": urLatn }

/** What the text is made from: the codes and names, never a sentence of somebody's own. */
export type RenderedTerms = Pick<
  ConsentTerms,
  "to" | "purpose" | "identity" | "fields" | "evidence" | "limits" | "urgent" | "nbf" | "exp" | "uses"
>

/**
 * The text of a consent, template en/1, ur/1 or ur-Latn/1. The same terms give the same letters on every device and in every year,
 * so that a signed text proves what was read. Days are days in UTC; the last day counts whole.
 */
export function render(terms: RenderedTerms, locale: Locale): string {
  const words = WORDS[locale]
  const from = isolated(dayInWords(terms.nbf, locale))
  const until = isolated(dayInWords(terms.exp - 1, locale))
  return [
    words.allow,
    "",
    words.who(isolated(terms.to.name)),
    words.identity[terms.identity],
    "",
    words.purposes,
    ...terms.purpose.map((code) => listed(words.purpose[code])),
    "",
    words.leaves,
    ...terms.fields.map((code) => listed(fieldWords(code, locale))),
    "",
    ...filesPart(terms, words),
    "",
    ...limitsPart(terms, words),
    "",
    terms.urgent ? words.now(from) : words.later(from),
    words.until(until),
    terms.uses === 1 ? words.once : words.often(String(terms.uses)),
    words.answers,
    "",
    words.takeBack,
  ].join("\n")
}

/** What a consent calls a field that leaves: the same words stand over it when it is shown. @returns null for an unknown code */
export function fieldName(code: string, locale: Locale): string | null {
  return Object.entries<string>(WORDS[locale].field).find(([name]) => name === code)?.[1] ?? null
}

/** What a consent says that something may be used for: "to look into it, ...". */
export function purposeName(code: ConsentPurpose, locale: Locale): string {
  return WORDS[locale].purpose[code]
}

function filesPart({ evidence }: RenderedTerms, words: Words): readonly string[] {
  if (evidence.length === 0) return [words.noFiles]
  return [words.files, ...evidence.map(({ label }, at) => `${at + 1}. ${isolated(label)}`)]
}

function limitsPart({ limits }: RenderedTerms, words: Words): readonly string[] {
  if (limits.length === 0) return [words.noLimits]
  return [words.limits, ...limits.map((code) => listed(words.limit[code]))]
}

/** @throws Error for a code without words (a bug: a parsed consent holds only codes that have them) */
function fieldWords(code: string, locale: Locale): string {
  const found = fieldName(code, locale)
  if (found === null) throw new Error(`no words for the field ${code}`)
  return found
}

function listed(text: string): string {
  return `- ${text}`
}

/** First strong isolate ... pop isolate: a Latin name inside an Urdu line, or the reverse, moves no word around it. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
