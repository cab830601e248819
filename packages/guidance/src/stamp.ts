import type { SourceLine } from "./bundle.ts"

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * A short stamp of an English text, by which a translation says what it was made from. It guards against
 * forgetting, not against an enemy, so a 32-bit FNV-1a over UTF-16 code units is enough.
 * @returns 8 hex digits.
 */
export function stampOf(lines: readonly SourceLine[]): string {
  const text = lines.map((line) => line.text).join("\n")
  let hash = FNV_OFFSET
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return (hash >>> 0).toString(16).padStart(8, "0")
}
