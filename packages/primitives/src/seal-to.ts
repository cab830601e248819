import { hpkeSeal } from "./hpke-seal.ts"
import type { Random } from "./random.ts"

/**
 * Seals bytes to a public key. The server may use this file and no other that encrypts: what it seals, it cannot open.
 * @param recipientPk X-Wing public key, 1216 bytes
 * @param info the label of the use and what the result is bound to
 * @returns encapsulated key (1120) ‖ ciphertext ‖ tag (16)
 */
export function sealTo(
  recipientPk: Uint8Array,
  info: Uint8Array,
  plaintext: Uint8Array,
  random: Random,
): Promise<Uint8Array> {
  return hpkeSeal({ recipientPk, info, aad: new Uint8Array(0), plaintext, random })
}
