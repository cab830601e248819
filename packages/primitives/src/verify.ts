import { ed25519 } from "@noble/curves/ed25519.js"

/**
 * Ed25519 verification, strict: canonical encodings only (not ZIP 215), and no public key of small or mixed order.
 * Engines differ here (some accept a small-order key on any message), therefore never WebCrypto alone.
 * @param signature 64 bytes @param publicKey 32 bytes
 * @returns false for anything that does not verify, whatever its length
 */
export function verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  return verifierFor(publicKey)(signature, message)
}

/**
 * The same check for many signatures of one key: the order of the key, half of the cost, is checked once.
 * @returns a function that answers false for every signature when the key is not sound
 */
export function verifierFor(publicKey: Uint8Array): (signature: Uint8Array, message: Uint8Array) => boolean {
  const isSound = isSoundPublicKey(publicKey)
  return (signature, message) => {
    if (!isSound || signature.length !== 64) return false
    try {
      return ed25519.verify(signature, message, publicKey, { zip215: false })
    } catch {
      return false
    }
  }
}

/** Whether the 32 bytes are the canonical encoding of a point of the prime-order group other than the neutral one. */
export function isSoundPublicKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32) return false
  try {
    const point = ed25519.Point.fromBytes(publicKey, false)
    return !point.isSmallOrder() && point.isTorsionFree()
  } catch {
    return false
  }
}
