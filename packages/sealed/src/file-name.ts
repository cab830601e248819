import { wellFormed } from "@shn/primitives/encode"

/** Longest name, in code points. */
export const MAX_FILE_NAME_LENGTH = 255
// A file ending longer than this is no ending.
const MAX_ENDING_LENGTH = 16

// What is not seen or turns the text around: it could make "exe.jpg" of "gpj.exe". Urdu needs the joiners
// (U+200C, U+200D), emoji the variation selectors.
const UNSEEN = /(?!\u200c|\u200d|[\ufe00-\ufe0f])[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/

/**
 * A file's name as it may be shown: no controls, no slashes, nothing unseen or that turns the direction of the text, no
 * dots in front, single spaces, at most 255 code points; a cut keeps the ending. Cleaning twice changes nothing.
 * @returns "" when nothing is left: the screen says "file"
 */
export function cleanFileName(name: string): string {
  const seen = wellFormed(name)
    .replace(UNSEEN, "")
    .replace(/[/\\]/g, "")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+/, "")
    .trimEnd()
  const points = Array.from(seen)
  if (points.length <= MAX_FILE_NAME_LENGTH) return seen
  const dot = points.lastIndexOf(".")
  const ending = points.length - dot <= MAX_ENDING_LENGTH ? points.slice(dot) : []
  const stem = points.slice(0, MAX_FILE_NAME_LENGTH - ending.length)
  return [...stem, ...ending].join("").trimEnd()
}

/** A media type without its parameters, in lower case; "" when it is not one. */
export function cleanFileType(type: string): string {
  const bare = (type.split(";")[0] ?? "").trim().toLowerCase()
  return MEDIA_TYPE.test(bare) ? bare : ""
}
