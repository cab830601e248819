/** Marks that change how a word looks but not what it says: zabar, zer, pesh, tanween, shadda, tatweel, joiners. */
const MARKS = /[\p{M}\u0640\u200b-\u200f\u2066-\u2069]/gu
/** Letters that people and phones write in different ways, each with the one we compare by. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[يىئۓےېٸ]/g, "ی"],
  [/[كڪ]/g, "ک"],
  [/[ہھةۃهۂۀ]/g, "ہ"],
  [/[أإآٱ]/g, "ا"],
  [/ؤ/g, "و"],
  [/ں/g, "ن"],
  [/ء/g, ""],
]
/** Roman Urdu has no fixed spelling: the same sound, one letter. Order matters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/[qk]h?/g, "k"],
  [/gh/g, "g"],
  [/[zx]h?/g, "z"],
  [/[wv]/g, "v"],
  [/ee|ie|ii|y/g, "i"],
  [/oo|ou|uu/g, "u"],
  [/ai|ae|ei|ay/g, "e"],
  [/(.)\1+/g, "$1"],
]

/** Words of a text as the search compares them: letter variants, marks, case and doubling taken away. */
export function foldedWords(text: string): readonly string[] {
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldWord)
    .filter((word) => word !== "")
}

function foldWord(word: string): string {
  const table = /\p{Script=Arabic}/u.test(word) ? LETTERS : SOUNDS
  return table.reduce((now, [pattern, letter]) => now.replace(pattern, letter), word)
}

/**
 * The bones of a Roman word: its first letter and its consonants. "hirasani", "haraasaani" and "harasani" share
 * "hrsn". Used only when the plain comparison finds nothing, because different words can share bones.
 * @returns "" for words with fewer than three consonants, and for words in Urdu script.
 */
export function bones(folded: string): string {
  if (!/^[a-z]+$/.test(folded)) return ""
  const kept = folded.slice(0, 1) + folded.slice(1).replace(/[aeiou]/g, "")
  return kept.length >= 3 ? kept : ""
}
