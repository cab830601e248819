import { concat } from "./encode.ts"
import { sha256 } from "./hash.ts"
import { LABELS, labelBytes } from "./labels.ts"
import { indexOfWord, WORD_COUNT, wordAt } from "./words.ts"

/** A receipt secret is 88 bits: eight numbers of 11 bits; the ninth is a checksum. */
export const RECEIPT_SECRET_BYTES = 11
export const RECEIPT_GROUPS = 9
const BITS = 11

/** The two faces of one code: nine groups "0000" to "2047", or nine English words. */
export type ReceiptCode = { readonly groups: readonly string[]; readonly words: readonly string[] }

/** The one answer to every wrong code: a typing mistake and another helpline's code look the same. */
export type ReceiptCodeError = "code-has-a-mistake-or-other-helpline"

export type ParsedReceiptCode =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly error: ReceiptCodeError }

/**
 * @param secret 11 bytes
 * @param deploymentId 16 bytes; the checksum is bound to it, so that another helpline's code is told apart locally
 */
export function receiptCode(secret: Uint8Array, deploymentId: Uint8Array): ReceiptCode {
  const numbers = [...toNumbers(secret), checksum(secret, deploymentId)]
  return { groups: numbers.map((n) => String(n).padStart(4, "0")), words: numbers.map(wordAt) }
}

/**
 * Reads a code as people write it: groups or words or both, any case, any separators, Urdu or Arabic-Indic digits,
 * groups without their leading zeros, or all 36 digits in one go.
 */
export function parseReceiptCode(text: string, deploymentId: Uint8Array): ParsedReceiptCode {
  const wrong = { ok: false, error: "code-has-a-mistake-or-other-helpline" } as const
  const numbers = readNumbers(text)
  if (numbers === null) return wrong
  const secret = fromNumbers(numbers.slice(0, RECEIPT_GROUPS - 1))
  return checksum(secret, deploymentId) === numbers[RECEIPT_GROUPS - 1] ? { ok: true, value: secret } : wrong
}

function readNumbers(text: string): readonly number[] | null {
  const tokens = plainText(text)
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== "")
  const digits = tokens.join("")
  const parts = /^\d{36}$/.test(digits) ? (digits.match(/\d{4}/g) ?? []) : tokens
  if (parts.length !== RECEIPT_GROUPS) return null
  const numbers = parts.map((part) =>
    /^\d{1,4}$/.test(part) ? Number(part) : (indexOfWord(part) ?? WORD_COUNT),
  )
  return numbers.every((n) => n < WORD_COUNT) ? numbers : null
}

// Invisible direction marks come along when a code is copied out of right-to-left text.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

function plainText(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .toLowerCase()
}

function checksum(secret: Uint8Array, deploymentId: Uint8Array): number {
  if (deploymentId.length !== 16) throw new RangeError("receipt code: a deployment id is 16 bytes")
  const [first = 0, second = 0] = sha256(concat(labelBytes(LABELS.receiptCheck), deploymentId, secret))
  return (first << 3) | (second >> 5)
}

function toNumbers(secret: Uint8Array): readonly number[] {
  if (secret.length !== RECEIPT_SECRET_BYTES) throw new RangeError("receipt code: a secret is 11 bytes")
  const bits = Array.from(secret, (byte) => byte.toString(2).padStart(8, "0")).join("")
  return Array.from({ length: 8 }, (_, at) => Number.parseInt(bits.slice(at * BITS, (at + 1) * BITS), 2))
}

function fromNumbers(numbers: readonly number[]): Uint8Array {
  const bits = numbers.map((n) => n.toString(2).padStart(BITS, "0")).join("")
  return Uint8Array.from({ length: RECEIPT_SECRET_BYTES }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2),
  )
}
