import { Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core"
import { XWing } from "@hpke/hybridkem-x-wing"

/** Length of an X-Wing public key in bytes (Npk). */
export const KEM_PUBLIC_KEY_BYTES = 1216
/** Length of the encapsulated key in front of a ciphertext (Nenc). */
export const ENCAPSULATED_KEY_BYTES = 1120
/** Bytes that sealing adds: the encapsulated key and the 16-byte tag. A sealed 32-byte key is 1168 bytes. */
export const HPKE_OVERHEAD_BYTES = ENCAPSULATED_KEY_BYTES + 16

/** RFC 9180 with X-Wing (X25519 + ML-KEM-768), HKDF-SHA-256 and AES-256-GCM. Made per call: it keeps state. */
export function hpkeSuite(): CipherSuite {
  return new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
}

/** A copy in memory of its own, as the library's types ask. */
export function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
