import { wordlist } from "@scure/bip39/wordlists/english.js"

/** How many words there are: a word carries 11 bits. */
export const WORD_COUNT = 2048

/** The BIP-39 English word of a number from 0 to 2047. @throws RangeError outside. */
export function wordAt(index: number): string {
  const word = wordlist[index]
  if (word === undefined) throw new RangeError("wordAt: 0 to 2047")
  return word
}

/** @returns the number of a lower-case word, or null when it is not in the list. */
export function indexOfWord(word: string): number | null {
  const index = wordlist.indexOf(word)
  return index < 0 ? null : index
}
