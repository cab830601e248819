/** A long text is shown as far as this; the rest is in the file. */
export const SHOWN_TEXT_BYTES = 524_288

/** Letters of a file as far as they are shown. `isWhole` is false when more follow. */
export type PlainText = { readonly text: string; readonly isWhole: boolean }

/** Whether these first bytes can only be text: readable letters and none of the bytes that programs consist of. */
export function looksLikeText(head: Uint8Array): boolean {
  const encoding = markedEncoding(head)
  const text = decoded(encoding === null ? "utf-8" : encoding, head)
  // Tab, line ends, page end and escape occur in texts; other control characters do not.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text !== null && !/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]/.test(text)
}

/** The beginning of a text file as letters. @returns null when it is not text after all */
export function plainText(bytes: Uint8Array): PlainText | null {
  const shown = bytes.subarray(0, SHOWN_TEXT_BYTES)
  const text = decoded(markedEncoding(shown) ?? "utf-8", shown)
  return text === null ? null : { text, isWhole: shown.length === bytes.length }
}

function markedEncoding(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null
}

function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    // "stream": a letter cut in two at the end is not an error.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}
