import { XWing } from "@hpke/hybridkem-x-wing"
import { ENCAPSULATED_KEY_BYTES, HPKE_OVERHEAD_BYTES, hpkeSuite, ownBuffer } from "./hpke-suite.ts"

/** An X-Wing key pair. `seed` (32 bytes) is the private half in its raw form. */
export type KemKeyPair = { readonly seed: Uint8Array; readonly publicKey: Uint8Array }

/**
 * The key pair of a raw 32-byte seed, as draft-connolly-cfrg-xwing-kem section 5.2 expands it.
 * (HPKE's DeriveKeyPair hashes its input first and gives another key.)
 * @throws RangeError for another length
 */
export async function kemKeyPair(seed: Uint8Array): Promise<KemKeyPair> {
  if (seed.length !== 32) throw new RangeError("kemKeyPair: the seed is 32 bytes")
  const kem = new XWing()
  const pair = await kem.generateKeyPairDerand(new Uint8Array(seed))
  return { seed, publicKey: new Uint8Array(await kem.serializePublicKey(pair.publicKey)) }
}

/** What to open, with whose key, and what it must be bound to. */
export type HpkeOpenInput = {
  readonly keys: KemKeyPair
  readonly info: Uint8Array
  readonly aad: Uint8Array
  readonly sealed: Uint8Array
}

/** @returns null when it does not open: another key, another info or aad, or changed bytes. */
export async function hpkeOpen(input: HpkeOpenInput): Promise<Uint8Array | null> {
  const { keys, sealed } = input
  if (keys.seed.length !== 32) throw new RangeError("hpkeOpen: the seed is 32 bytes")
  if (sealed.length < HPKE_OVERHEAD_BYTES) return null
  const suite = hpkeSuite()
  const recipientKey = await suite.kem.importKey("raw", ownBuffer(keys.seed), false)
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey,
      enc: ownBuffer(sealed.subarray(0, ENCAPSULATED_KEY_BYTES)),
      info: ownBuffer(input.info),
    })
    const opened = await recipient.open(
      ownBuffer(sealed.subarray(ENCAPSULATED_KEY_BYTES)),
      ownBuffer(input.aad),
    )
    return new Uint8Array(opened)
  } catch {
    return null
  }
}
