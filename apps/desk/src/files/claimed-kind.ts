import type { ShownAs } from "./viewer/kind.ts"

/** What a file calls itself, by its type and the ending of its name. Only for the list: nothing is opened by it. */
export type ClaimedKind = ShownAs["kind"] | "other"

const ENDINGS: readonly (readonly [ClaimedKind, RegExp])[] = [
  ["picture", /\.(png|jpe?g|gif|webp|avif|bmp|heic|heif|tiff?)$/i],
  ["media", /\.(mp4|m4v|mov|3gpp?|webm|mkv|avi|mp3|m4a|aac|ogg|opus|wav|amr|flac)$/i],
  ["pages", /\.pdf$/i],
  ["text", /\.(txt|csv|json|log|html?|xml|svg|js|css|md|eml|vcf|srt)$/i],
]

/** @param type as the sender's device said, may be "" */
export function claimedKind({ name, type }: { readonly name: string; readonly type: string }): ClaimedKind {
  // The ending is what a person goes by; the type only where there is none that we know.
  const byName = ENDINGS.find(([, ending]) => ending.test(name))
  if (byName !== undefined) return byName[0]
  // Source text: shown as letters, so that is what it counts as.
  if (type === "image/svg+xml") return "text"
  if (type.startsWith("image/")) return "picture"
  if (type.startsWith("video/") || type.startsWith("audio/")) return "media"
  if (type === "application/pdf") return "pages"
  return type.startsWith("text/") ? "text" : "other"
}

const PROGRAMS =
  /\.(exe|msi|bat|cmd|com|scr|pif|ps1|vbs|vbe|jse?|wsf|wsh|hta|lnk|reg|jar|apk|apks|xapk|app|dmg|pkg|sh|deb|rpm|iso|img|cpl|dll|docm|xlsm|pptm)$/i

/** Whether opening a copy of this would start something: also "photo.jpg.exe". */
export function isProgramByName(name: string): boolean {
  return PROGRAMS.test(name)
}
