import * as v from "valibot"

const BASE64URL = /^[A-Za-z0-9_-]*$/

/** Base64url text without padding, for at most `maxBytes` bytes. Decoding is the reader's, strictly. */
export function bytesField(maxBytes: number) {
  return v.pipe(v.string(), v.maxLength(Math.ceil((maxBytes * 4) / 3)), v.regex(BASE64URL))
}

/** Base64url text of exactly `length` bytes. */
export function exactBytesField(length: number) {
  return v.pipe(v.string(), v.length(Math.ceil((length * 4) / 3)), v.regex(BASE64URL))
}

/** Ed25519 public key, RFC 8032. */
export const SignPkField = exactBytesField(32)
/** X-Wing public key: ML-KEM-768 encapsulation key and X25519 point. */
export const KemPkField = exactBytesField(1216)
export const SignatureField = exactBytesField(64)
export const Sha256Field = exactBytesField(32)
/** HPKE-wrapped 32-byte key: 1120 encapsulated + 32 + 16 tag. */
export const KeyWrapField = exactBytesField(1168)
/** AES-256-GCM of a 32-byte key with its 12-byte nonce: 12 + 32 + 16. */
export const EpochLinkField = exactBytesField(60)

/** Largest sealed message. 200,000 characters of Urdu are 400 kB, of rarer scripts up to 600 kB; the rest is room for JSON. */
export const MAX_ENVELOPE_BYTES = 1_048_576
/** Longest text one message may hold, in UTF-16 code units, as a text area counts. */
export const MAX_TEXT_LENGTH = 200_000
