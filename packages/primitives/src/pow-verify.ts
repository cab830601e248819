import { concat, framed, uint32 } from "./encode.ts"
import { sha256 } from "./hash.ts"
import { LABELS, labelBytes } from "./labels.ts"

/**
 * How many leading zero bits a solution must have: about one second of work on a phone four times slower than a
 * desk computer (measured by bench and repeated in docs/PROTOCOL.md). The server may ask for more.
 */
export const POW_DEFAULT_BITS = 16
/** More than this would keep a phone busy for an hour: a challenge that asks it is refused unread. */
export const POW_MAX_BITS = 26

/** The start of every attempt: everything but the nonce. @param challenge as the server sent it, 16 to 256 bytes */
export function powPrefix(challenge: Uint8Array): Uint8Array {
  if (challenge.length < 16 || challenge.length > 256) throw new RangeError("proof of work: 16 to 256 bytes")
  return framed(labelBytes(LABELS.pow), challenge)
}

/** Leading zero bits of SHA-256(prefix ‖ nonce), the nonce as 8 bytes, big endian. */
export function powZeroBits(prefix: Uint8Array, nonce: number): number {
  const hash = sha256(concat(prefix, uint32(Math.floor(nonce / 2 ** 32)), uint32(nonce % 2 ** 32)))
  const first = hash.findIndex((byte) => byte !== 0)
  return first < 0 ? 256 : first * 8 + Math.clz32(hash[first] ?? 0) - 24
}

/** Whether the nonce (a whole number from 0 to 2^53 - 1) solves the challenge. Costs one hash. */
export function verifyPow(challenge: Uint8Array, bits: number, nonce: number): boolean {
  if (!Number.isSafeInteger(nonce) || nonce < 0) return false
  return powZeroBits(powPrefix(challenge), nonce) >= bits
}
