import { latinDigits } from "@shn/ui"

/**
 * Whether what was typed is this part of the code, in either face: digits (Urdu ones too, leading zeros may be
 * missing) or the word in any case.
 */
export function isPart(typed: string, part: { readonly group: string; readonly word: string }): boolean {
  const plain = latinDigits(typed)
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, "")
    .toLowerCase()
  if (plain === part.word) return true
  return /^\d{1,4}$/.test(plain) && Number(plain) === Number(part.group)
}
