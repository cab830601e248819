/** How long a text is for a form. Forms count in two ways and do not say which; the longer count is the one to keep to. */
export type TextLength = { readonly codePoints: number; readonly utf16: number; readonly counts: number }

export function textLength(text: string): TextLength {
  const codePoints = [...text].length
  const utf16 = text.length
  return { codePoints, utf16, counts: Math.max(codePoints, utf16) }
}

/** A story cut for a form's box, and what goes on extra pages. */
export type SplitText = {
  /** For the box: at most `limit` by either count, with the notice at its end if something follows. */
  readonly short: string
  /** The part of the story that stands in `short`; `inBox + annex` is the story, letter for letter. */
  readonly inBox: string
  /** "" when everything fits. */
  readonly annex: string
}

/**
 * Cuts a story at a limit: after a paragraph or sentence if one ends in the last third, else after a word. Only a word longer
 * than the box is cut inside, and never inside a letter with its marks.
 * @param limit at least 1
 * @param notice what the box says when the story goes on elsewhere; counts towards the limit
 */
export function splitAtLimit(text: string, limit: number, notice: string): SplitText {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError("splitAtLimit: the limit is at least 1")
  if (textLength(text).counts <= limit) return { short: text, inBox: text, annex: "" }
  const tail = notice === "" || textLength(notice).counts + 1 >= limit ? "" : `\n${notice}`
  const at = cutPosition(text, limit - textLength(tail).counts)
  const inBox = text.slice(0, at)
  return { short: `${inBox.trimEnd()}${tail}`, inBox, annex: text.slice(at) }
}

function cutPosition(text: string, room: number): number {
  const letters = boundaries(text, room, "grapheme")
  const words = boundaries(text, room, "word").filter((at) => letters.has(at))
  const gaps = words.filter((at) => /\s/u.test(text.charAt(at - 1)))
  const ends = gaps.filter(
    (at) =>
      // "15. " is the number of an entry, not the end of a sentence.
      at > (room * 2) / 3 && /(?:\D[.!?\u06d4\u061f]["'\u201d\u2019)]?\s|\n)\s*$/u.test(text.slice(0, at)),
  )
  return ends.at(-1) ?? gaps.at(-1) ?? words.at(-1) ?? [...letters].at(-1) ?? 0
}

/** Places from 1 to `room` where a letter (with its marks) or a word ends, counted in UTF-16 units, the stricter count. */
function boundaries(text: string, room: number, granularity: "grapheme"): ReadonlySet<number>
function boundaries(text: string, room: number, granularity: "word"): readonly number[]
function boundaries(
  text: string,
  room: number,
  granularity: "grapheme" | "word",
): ReadonlySet<number> | readonly number[] {
  const found: number[] = []
  // The language does not change where Urdu and English words end; naming one keeps every device alike.
  for (const piece of new Intl.Segmenter("ur", { granularity }).segment(text)) {
    const end = piece.index + piece.segment.length
    if (end > room) break
    found.push(end)
  }
  return granularity === "grapheme" ? new Set(found) : found
}
