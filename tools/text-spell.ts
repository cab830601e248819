import { ROMAN_SPELLING } from "./text-words.ts"

const RIGHT_BY_WRONG: ReadonlyMap<string, string> = new Map(
  Object.entries(ROMAN_SPELLING).flatMap(([right, wrong]) =>
    wrong.map((spelling) => [spelling, right] as const),
  ),
)

/**
 * Corrects the spelling of Roman Urdu inside the quotes of a catalogue's source; keys, names and imports stay.
 * A first capital letter is kept.
 */
export function withProjectSpelling(source: string): string {
  return source
    .split("\n")
    .map((line) =>
      line.startsWith("import ") ? line : line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, spelledRight),
    )
    .join("\n")
}

function spelledRight(quoted: string): string {
  return quoted.replace(/[A-Za-z']*[A-Za-z]/g, (word) => {
    const right = RIGHT_BY_WRONG.get(word.toLowerCase())
    if (right === undefined) return word
    return /^[A-Z]/.test(word) ? right.charAt(0).toUpperCase() + right.slice(1) : right
  })
}
