/** Names of entries inside a package. Nothing else is a name: no folder but "files", nothing that climbs out, nothing unseen. */

export const MANIFEST_PATH = "manifest.json"
export const README_PATH = "README.txt"
export const SUMS_PATH = "SHA256SUMS"
export const FIELDS_PATH = "complaint.json"
export const TEXT_PATH = "complaint.txt"
export const CONSENT_PATH = "consent.json"
export const CONSENT_TEXT_PATH = "consent.txt"
export const RELEASE_PATH = "release.json"
export const TRUTH_PATH = "truth.json"
export const TRUTH_TEXT_PATH = "truth.txt"

/** Longest readable part of a file's name in code points: an officer's system may allow 255 bytes in all. */
const LONGEST_LABEL = 60
/** Letters with their marks, digits, space, hyphen, underscore, dot. */
const FILE_PATH = /^files\/\d{3}-[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N} ._-]{0,80}$/u
const APPROVAL_PATH = /^approval-[1-9]\.json$/

export function approvalPath(at: number): string {
  return `approval-${at + 1}.json`
}

/**
 * The name a file has in a package: its number, what the person called it, and its kind. The name that the file had on the
 * person's phone is not used: it was not part of what they agreed to, and it can say who they are.
 * @param at from 0 @param extension such as "jpg"; "" if unknown
 */
export function filePath(at: number, label: string, extension: string): string {
  const kind = /^[a-z0-9]{1,8}$/.test(extension) ? `.${extension}` : ""
  const plain = label
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, " ")
    .trim()
    .replace(/^[\p{M} -]+/u, "")
  const short = [...plain].slice(0, LONGEST_LABEL).join("").trim()
  return `files/${String(at + 1).padStart(3, "0")}-${short === "" ? "file" : short}${kind}`
}

/** Whether an entry may have this name: one of ours, written in one way only. */
export function isSafePath(path: string): boolean {
  if (path !== path.normalize("NFC") || /[ .]$/.test(path)) return false
  const fixed = [
    README_PATH,
    SUMS_PATH,
    FIELDS_PATH,
    TEXT_PATH,
    CONSENT_PATH,
    CONSENT_TEXT_PATH,
    RELEASE_PATH,
    TRUTH_PATH,
    TRUTH_TEXT_PATH,
    MANIFEST_PATH,
  ]
  return fixed.includes(path) || APPROVAL_PATH.test(path) || FILE_PATH.test(path)
}

/** The same for two names that one computer would keep apart and another not. */
export function pathKey(path: string): string {
  return path.normalize("NFKC").toLowerCase()
}
