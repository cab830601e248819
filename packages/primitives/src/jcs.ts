import { fromUtf8, hasLoneSurrogate, utf8 } from "./encode.ts"

/** What our signed and sealed documents may hold: no fractions, no dates, nothing undefined. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

// Our documents are at most 5 deep; the cap keeps a hostile one from exhausting the stack.
const MAX_DEPTH = 32

/**
 * RFC 8785 (JSON Canonicalization Scheme), restricted to safe integers.
 * @throws RangeError for anything that is not `Json`: a fraction, undefined, a lone surrogate, nesting over 32 (a bug).
 */
export function canonical(value: Json): string {
  return write(value, 0)
}

/** The UTF-8 bytes of `canonical(value)`: what is hashed and signed. */
export function canonicalBytes(value: Json): Uint8Array {
  return utf8(canonical(value))
}

/**
 * Reads bytes that must already be their own canonical form. This refuses duplicate keys, another order, white
 * space, a byte order mark, -0, 1.0, odd escapes and lone surrogates.
 * @returns undefined otherwise (null is a document of its own)
 */
export function parseCanonical(bytes: Uint8Array): Json | undefined {
  const text = fromUtf8(bytes)
  if (text === null) return undefined
  try {
    const value = JSON.parse(text) as Json
    return write(value, 0) === text ? value : undefined
  } catch {
    return undefined
  }
}

function write(value: Json, depth: number): string {
  if (depth > MAX_DEPTH) throw new RangeError("canonical: too deep")
  if (value === null || typeof value === "boolean") return String(value)
  if (typeof value === "string") return writeString(value)
  if (typeof value === "number") return writeInteger(value)
  if (isList(value)) return `[${value.map((item) => write(item, depth + 1)).join(",")}]`
  if (typeof value !== "object") throw new RangeError(`canonical: ${typeof value} has no form`)
  // RFC 8785 section 3.2.3: keys sort by UTF-16 code units, which is the language's own order.
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${writeString(key)}:${write(value[key] as Json, depth + 1)}`).join(",")}}`
}

function writeString(text: string): string {
  if (hasLoneSurrogate(text)) throw new RangeError("canonical: lone surrogate")
  return JSON.stringify(text)
}

function writeInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError("canonical: not a safe integer")
  return String(value)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
