const LEFT_TO_RIGHT_ISOLATE = "\u2066"
const POP_ISOLATE = "\u2069"
/** A telephone number, a section, an address: pieces joined by - . / @ that must keep their order. */
const CODE = /[A-Za-z0-9]+(?:[-./@][A-Za-z0-9]+)+(?:\(\d+\))?/g

/**
 * Keeps codes in their order inside right-to-left text. Without it a phone shows 0800-39393 as 39393-0800 and
 * 22-A(6) as A(6)-22 in an Urdu sentence (Unicode Bidirectional Algorithm, rules X5a and L2). The invisible
 * marks travel with the text, so that print, copy and every screen are right alike.
 */
export function isolateCodes(text: string): string {
  return text.replace(CODE, (code) => LEFT_TO_RIGHT_ISOLATE + code + POP_ISOLATE)
}

/** Marks that a typed or pasted text may bring along and that would turn the page around it. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g
/** What people type and our own cards never hold: each piece of it would be turned around by itself in a line of Urdu. */
const TYPED_CODE = new RegExp(
  [
    // A whole address, an e-mail address, an account's name.
    /[a-z][a-z0-9+.-]*:\/\/[^\s\u0600-\u06ff]+/,
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
    /@[\w.]+/,
    // A number with its country code, and one in groups: "0300 1234567", "(042) 111 222". "1. 15" at the beginning of a line is none.
    /\+\d[\d ()-]*\d/,
    /\(?\d{2,}\)?(?:[ -]\(?\d+\)?)+(?![-./:,]?[A-Za-z0-9])/,
    // Letters and digits that are joined by signs: "12-B", "23/11/2026", "10:30", "1,50,000".
    /[A-Za-z0-9]+(?:(?:[-./:@_?=&#%]|,(?=\d{2,3}(?!\d)))[A-Za-z0-9]+)+/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
)

/** The text without a single mark of direction: what a form of somebody else takes. */
export function withoutMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, "")
}

/**
 * The same for text that somebody typed: a CNIC, a number with its country code, a profile address or an e-mail address keeps
 * its order, and direction marks in the text itself are taken out, so that nothing typed can reorder what is printed beside it.
 */
export function isolateTyped(text: string): string {
  return withoutMarks(text).replace(TYPED_CODE, (code) => LEFT_TO_RIGHT_ISOLATE + code + POP_ISOLATE)
}
