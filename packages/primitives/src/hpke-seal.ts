import { concat } from "./encode.ts"
import { hpkeSuite, KEM_PUBLIC_KEY_BYTES, ownBuffer } from "./hpke-suite.ts"
import type { Random } from "./random.ts"

/** What is sealed, to whom, and what it is bound to. `info` and `aad` are not inside the result. */
export type HpkeSealInput = {
  /** X-Wing public key, 1216 bytes. */
  readonly recipientPk: Uint8Array
  readonly info: Uint8Array
  readonly aad: Uint8Array
  readonly plaintext: Uint8Array
  readonly random: Random
}

/**
 * HPKE, base mode, one message (RFC 9180 section 6.1).
 * @returns encapsulated key (1120) ‖ ciphertext ‖ tag (16); 1168 bytes for a 32-byte key
 * @throws RangeError for a public key of another length, Error for one that is not a key
 */
export async function hpkeSeal(input: HpkeSealInput): Promise<Uint8Array> {
  if (input.recipientPk.length !== KEM_PUBLIC_KEY_BYTES)
    throw new RangeError("hpkeSeal: the key is 1216 bytes")
  const suite = hpkeSuite()
  const recipientPublicKey = await suite.kem.importKey("raw", ownBuffer(input.recipientPk), true)
  const sender = await suite.createSenderContext({
    recipientPublicKey,
    info: ownBuffer(input.info),
    // The library would draw these 64 bytes itself; all randomness enters through one door.
    ekm: ownBuffer(input.random(64)),
  })
  const ciphertext = await sender.seal(ownBuffer(input.plaintext), ownBuffer(input.aad))
  return concat(new Uint8Array(sender.enc), new Uint8Array(ciphertext))
}
