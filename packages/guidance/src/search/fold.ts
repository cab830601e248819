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
  [/c(?![hei])|q|kh/g, "k"],
  [/gh/g, "g"],
  [/x|zh/g, "z"],
  [/w/g, "v"],
  [/ee|ii/g, "i"],
  [/oo|uu/g, "u"],
  [/(.)\1+/g, "$1"],
  [/[ae][iy]|ae/g, "e"],
  [/y|ie/g, "i"],
  [/ou/g, "u"],
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
  const folded = table.reduce((now, [pattern, letter]) => now.replace(pattern, letter), word)
  // One replacement can make room for another; every step shortens the word or settles a letter, so this ends.
  return folded === word ? folded : foldWord(folded)
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
