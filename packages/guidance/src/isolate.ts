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
