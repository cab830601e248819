import type { Source } from "./bundle.ts"

/** Lines of a word file without its notes (`>`) and blank lines. */
export function wordLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith(">"))
}

/** "word | write this instead" lines. A line without "|" has an empty advice. */
export function parsePairs(text: string): readonly { readonly word: string; readonly instead: string }[] {
  return wordLines(text).map((line) => {
    const [word = "", instead = ""] = line.split("|").map((part) => part.trim())
    return { word, instead }
  })
}

/** "the spelling we use | wrong, wrong" lines. */
export function parseSpellings(
  text: string,
): readonly { readonly right: string; readonly wrong: readonly string[] }[] {
  return parsePairs(text).map(({ word, instead }) => ({ right: word, wrong: words(instead) }))
}

/** "id | what | seen" lines of content/sources.txt. */
export function parseSources(text: string): readonly Source[] {
  return wordLines(text).map((line) => {
    const [id = "", what = "", seen = ""] = line.split("|").map((part) => part.trim())
    return { id, what, seen }
  })
}

/** Splits "P2, C5" into its words. */
export function words(list: string): readonly string[] {
  return list
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
}
