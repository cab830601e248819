import { looksLikeText } from "./plain-text.ts"

/**
 * How a file may be shown here, decided by its first bytes alone. What the sender calls it and how its name ends
 * count for nothing: a page named "photo.jpg" is text here, and a program is nothing.
 */
export type ShownAs =
  /** Drawn by the browser's picture decoders. `type` is one of ours, never the sender's. */
  | { readonly kind: "picture"; readonly type: PictureType }
  /** Film or sound; only the browser knows which of the two lies inside. */
  | { readonly kind: "media"; readonly type: MediaType }
  /** A PDF, drawn page by page. */
  | { readonly kind: "pages" }
  /** Letters, among them web pages, SVG and programs in source form: shown as they are written, never obeyed. */
  | { readonly kind: "text" }

export type PictureType = "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" | "image/bmp"

export type MediaType =
  | "video/mp4"
  | "video/webm"
  | "video/ogg"
  | "audio/mpeg"
  | "audio/wav"
  | "audio/flac"
  | "audio/aac"

/** As many first bytes as `shownAs` looks at. */
export const HEAD_BYTES = 65_536

/**
 * @param head the first bytes of the file, `HEAD_BYTES` of them or all there are
 * @returns null for everything that is not on the list
 */
export function shownAs(head: Uint8Array): ShownAs | null {
  const picture = PICTURES.find(([, begins]) => begins(head))
  if (picture !== undefined) return { kind: "picture", type: picture[0] }
  const media = MEDIA.find(([, begins]) => begins(head))
  if (media !== undefined) return { kind: "media", type: media[0] }
  if (at(head, 0, "%PDF-")) return { kind: "pages" }
  return head.length > 0 && looksLikeText(head.subarray(0, HEAD_BYTES)) ? { kind: "text" } : null
}

type Begins = (head: Uint8Array) => boolean

const PICTURES: readonly (readonly [PictureType, Begins])[] = [
  ["image/png", (head) => at(head, 0, "\x89PNG\r\n\x1a\n")],
  ["image/jpeg", (head) => at(head, 0, "\xff\xd8\xff")],
  ["image/gif", (head) => at(head, 0, "GIF87a") || at(head, 0, "GIF89a")],
  ["image/webp", (head) => at(head, 0, "RIFF") && at(head, 8, "WEBP")],
  ["image/avif", (head) => at(head, 4, "ftypavif") || at(head, 4, "ftypavis")],
  // Two letters are little to go by: the length of the header that follows must be one that exists.
  ["image/bmp", (head) => at(head, 0, "BM") && [40, 108, 124].includes(head[14] ?? 0) && head[15] === 0],
]

/** Brands of the MP4 family that browsers play; HEIC photographs and others have their own and are not on the list. */
const MP4_BRANDS = [
  "isom",
  "iso2",
  "iso4",
  "iso5",
  "iso6",
  "mp41",
  "mp42",
  "avc1",
  "M4V ",
  "M4A ",
  "qt  ",
  "3gp",
  "dash",
  "MSNV",
]

const MEDIA: readonly (readonly [MediaType, Begins])[] = [
  ["video/mp4", (head) => at(head, 4, "ftyp") && MP4_BRANDS.some((brand) => at(head, 8, brand))],
  ["video/webm", (head) => at(head, 0, "\x1a\x45\xdf\xa3")],
  ["video/ogg", (head) => at(head, 0, "OggS")],
  ["audio/wav", (head) => at(head, 0, "RIFF") && at(head, 8, "WAVE")],
  ["audio/flac", (head) => at(head, 0, "fLaC")],
  ["audio/aac", (head) => at(head, 0, "\xff\xf1") || at(head, 0, "\xff\xf9")],
  [
    "audio/mpeg",
    (head) => at(head, 0, "ID3") || ["\xff\xfb", "\xff\xf3", "\xff\xf2"].some((sync) => at(head, 0, sync)),
  ],
]

function at(head: Uint8Array, from: number, letters: string): boolean {
  if (head.length < from + letters.length) return false
  for (let i = 0; i < letters.length; i++) if (head[from + i] !== letters.charCodeAt(i)) return false
  return true
}
