import { hkdf as nobleHkdf } from "@noble/hashes/hkdf.js"
import { hmac } from "@noble/hashes/hmac.js"
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js"
import { concat } from "./encode.ts"

/** SHA-256 (FIPS 180-4) over all parts one after the other; 32 bytes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  return nobleSha256(parts.length === 1 && parts[0] !== undefined ? parts[0] : concat(...parts))
}

/** The first 16 bytes of SHA-256 over all parts: the form of every identifier made from keys. */
export function sha256Half(...parts: readonly Uint8Array[]): Uint8Array {
  return sha256(...parts).slice(0, 16)
}

/** HMAC-SHA-256 (RFC 2104); 32 bytes. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hmac(nobleSha256, key, message)
}

/**
 * HKDF-SHA-256 (RFC 5869) with an empty salt: our inputs are already uniform keys.
 * @param info the label of the use, and what the key is bound to
 * @param length of the result in bytes, at most 8160
 */
export function hkdf(inputKey: Uint8Array, info: Uint8Array, length = 32): Uint8Array {
  return nobleHkdf(nobleSha256, inputKey, undefined, info, length)
}
