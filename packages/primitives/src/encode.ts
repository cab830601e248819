/** Text and numbers to bytes and back. Every decoder is strict: one text for one value, or null. */

/** UTF-8 bytes. @throws RangeError for a lone surrogate (a bug: such text has no UTF-8 form). */
export function utf8(text: string): Uint8Array {
  if (hasLoneSurrogate(text)) throw new RangeError("utf8: lone surrogate")
  return new TextEncoder().encode(text)
}

/** Whether half of a surrogate pair stands alone: such text has no UTF-8 form. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}

/** The text with every half of a surrogate pair that stands alone replaced by U+FFFD: a person may paste such halves. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD")
}

/** @returns null when the bytes are not UTF-8. A byte order mark is kept, so that it cannot hide. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/** RFC 4648 section 5, without padding. */
export function base64url(bytes: Uint8Array): string {
  const out: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    out.push(ALPHABET.charAt(word >> 18), ALPHABET.charAt((word >> 12) & 63))
    if (left > 1) out.push(ALPHABET.charAt((word >> 6) & 63))
    if (left > 2) out.push(ALPHABET.charAt(word & 63))
  }
  return out.join("")
}

/** @returns null for padding, a foreign character, an impossible length or tail bits that are not zero. */
export function fromBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let word = 0
  let bits = 0
  let filled = 0
  for (let at = 0; at < text.length; at += 1) {
    const value = sextet(text.charCodeAt(at))
    if (value < 0) return null
    word = ((word << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[filled] = (word >> bits) & 0xff
      filled += 1
    }
  }
  return (word & ((1 << bits) - 1)) === 0 ? bytes : null
}

/** Lower case, two digits a byte. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** @returns null unless the text is pairs of lower-case hexadecimal digits. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^([0-9a-f]{2})*$/.test(text)) return null
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
  )
}

/** All parts, one after the other. Only for parts of fixed length; otherwise `framed`. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Each part behind its length (4 bytes, big endian), so that no two lists of parts give the same bytes. */
export function framed(...parts: readonly Uint8Array[]): Uint8Array {
  return concat(...parts.flatMap((part) => [uint32(part.length), part]))
}

/** 4 bytes, big endian. @throws RangeError unless a whole number from 0 to 2^32 - 1. */
export function uint32(value: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
    throw new RangeError("uint32: out of range")
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
}

/** Whether both hold the same bytes; the time taken depends on the lengths only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at += 1) difference |= (a[at] ?? 0) ^ (b[at] ?? 0)
  return difference === 0
}

function sextet(code: number): number {
  if (code >= 65 && code <= 90) return code - 65
  if (code >= 97 && code <= 122) return code - 71
  if (code >= 48 && code <= 57) return code + 4
  if (code === 45) return 62
  return code === 95 ? 63 : -1
}
