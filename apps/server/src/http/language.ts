import type { Locale } from "@shn/domain"

/**
 * The parts of a header without the blanks around them. Not by a pattern that takes in the blanks: on a header of thousands of
 * blanks that takes half a second, and nobody else is answered meanwhile.
 */
export function listed(header: string, separator: "," | ";"): readonly string[] {
  return header.split(separator).map((part) => part.trim())
}

/** What a browser may ask for, by the language tags it sends. Roman Urdu must be asked for by its script. */
const TAGS: readonly (readonly [RegExp, Locale])[] = [
  [/^ur-latn(-|$)/, "ur-Latn"],
  [/^ur(-|$)/, "ur"],
  [/^en(-|$)/, "en"],
]

/**
 * The language of the first page. RFC 9110 section 12.5.4.
 * @param header Accept-Language, "" if the browser sent none
 * @returns English when nothing we speak was asked for
 */
export function preferredLocale(header: string): Locale {
  const wishes = header
    .split(",")
    .map((part, at) => {
      const [tag = "", ...parameters] = listed(part.toLowerCase(), ";")
      const weight = parameters.find((parameter) => parameter.startsWith("q="))
      return { tag, at, weight: weight === undefined ? 1 : Number(weight.slice(2)) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.at - b.at)
  for (const { tag } of wishes) {
    const found = TAGS.find(([pattern]) => pattern.test(tag))
    if (found !== undefined) return found[1]
  }
  return "en"
}
