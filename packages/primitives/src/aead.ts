import { concat } from "./encode.ts"
import type { Random } from "./random.ts"

/** Bytes that sealing adds: a 12-byte nonce in front, a 16-byte tag behind. */
export const AEAD_OVERHEAD_BYTES = 28
const NONCE_BYTES = 12

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce.
 * @param key 32 bytes @param aad bound to the result but not inside it
 * @returns nonce (12) ‖ ciphertext ‖ tag (16)
 * @throws RangeError for a key of another length
 */
export async function aeadSeal(
  key: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
  random: Random,
): Promise<Uint8Array> {
  const nonce = random(NONCE_BYTES)
  const imported = await importKey(key, "encrypt")
  const sealed = await crypto.subtle.encrypt(gcm(nonce, aad), imported, own(plaintext))
  return concat(nonce, new Uint8Array(sealed))
}

/** @returns null when it does not open: another key, another aad, or changed bytes. */
export async function aeadOpen(
  key: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array,
): Promise<Uint8Array | null> {
  const imported = await importKey(key, "decrypt")
  if (sealed.length < AEAD_OVERHEAD_BYTES) return null
  try {
    const nonce = sealed.subarray(0, NONCE_BYTES)
    const opened = await crypto.subtle.decrypt(gcm(nonce, aad), imported, own(sealed.subarray(NONCE_BYTES)))
    return new Uint8Array(opened)
  } catch {
    return null
  }
}

function importKey(key: Uint8Array, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  if (key.length !== 32) throw new RangeError("aead: the key is 32 bytes")
  return crypto.subtle.importKey("raw", own(key), "AES-GCM", false, [use])
}

function gcm(nonce: Uint8Array, aad: Uint8Array): AesGcmParams {
  return { name: "AES-GCM", iv: own(nonce), additionalData: own(aad), tagLength: 128 }
}

// WebCrypto's types refuse an array that might share its memory with another thread.
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
