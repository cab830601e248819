import { ed25519 } from "@noble/curves/ed25519.js"

/** An Ed25519 key pair (RFC 8032). `seed` is the private half. */
export type SignKeyPair = { readonly seed: Uint8Array; readonly publicKey: Uint8Array }

/** @param seed 32 bytes. @throws RangeError for another length. */
export function signKeyPair(seed: Uint8Array): SignKeyPair {
  if (seed.length !== 32) throw new RangeError("signKeyPair: the seed is 32 bytes")
  return { seed, publicKey: ed25519.getPublicKey(seed) }
}

/** Deterministic Ed25519 signature, 64 bytes. The message begins with a label or is a DSSE encoding. */
export function sign(message: Uint8Array, keys: SignKeyPair): Uint8Array {
  return ed25519.sign(message, keys.seed)
}
