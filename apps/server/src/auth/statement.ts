import { createPublicKey, verify } from "node:crypto"
import {
  type DsseEnvelope,
  type DssePayload,
  dssePayload,
  preAuthenticationEncoding,
} from "@shn/primitives/dsse-verify"
import { fromBase64url } from "@shn/primitives/encode"
import type { PayloadType } from "@shn/wire"

// RFC 8410: SubjectPublicKeyInfo of an Ed25519 key is this, followed by its 32 bytes.
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex")

/**
 * Like `dsseVerify`, ten times as fast, for a key already known to be sound: the platform's engine accepts a
 * small-order key on any message, so a key must have passed `isSoundPublicKey` when it was taken in. Case keys do when
 * a case is opened, staff keys when the directory is read.
 * @param soundPk 32 bytes
 */
export function statementOf(
  envelope: DsseEnvelope,
  type: PayloadType,
  soundPk: Uint8Array,
): DssePayload | null {
  if (envelope.payloadType !== type) return null
  const payload = dssePayload(envelope)
  const signature = fromBase64url(envelope.signatures[0].sig)
  if (payload === null || signature?.length !== 64) return null
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, soundPk]), format: "der", type: "spki" })
  return verify(null, preAuthenticationEncoding(type, payload.bytes), key, signature) ? payload : null
}
