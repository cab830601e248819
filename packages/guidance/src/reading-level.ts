/** The hardest English a card may have, as a Flesch-Kincaid school grade. Grade 6 is about twelve years of age. */
export const HARDEST_GRADE = 6.5

const SENTENCE_END = /[.!?:;…]+(?:["”']?(?:\s|$))/
const WORD = /[A-Za-z]+(?:['’][A-Za-z]+)?/g

/**
 * Flesch-Kincaid grade of English lines: 0.39 x words per sentence + 11.8 x syllables per word - 15.59
 * (Kincaid et al. 1975). Each line ends a sentence. Names are counted as words of one syllable, because
 * no plainer word exists for them; numbers and web addresses are left out.
 * @returns the school grade; 0 when there are no words.
 */
export function readingGrade(lines: readonly string[], names: ReadonlySet<string>): number {
  let sentences = 0
  let wordCount = 0
  let syllables = 0
  for (const line of lines) {
    const plain = line.replace(/\S+\.(?:pk|org|com)\S*/g, " ")
    for (const sentence of plain.split(SENTENCE_END)) {
      const found = sentence.match(WORD) ?? []
      if (found.length === 0) continue
      sentences += 1
      wordCount += found.length
      for (const word of found) syllables += names.has(word.toLowerCase()) ? 1 : syllablesOf(word)
    }
  }
  if (wordCount === 0) return 0
  return Math.max(0, 0.39 * (wordCount / sentences) + 11.8 * (syllables / wordCount) - 15.59)
}

/** Syllables of an English word by its vowel groups: a silent final e does not count; at least one. */
export function syllablesOf(word: string): number {
  const lower = word.toLowerCase().replace(/['’].*$/, "")
  const trimmed = lower.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, "")
  return Math.max(1, (trimmed.match(/[aeiouy]+/g) ?? []).length)
}
