import { type DsseEnvelope, preAuthenticationEncoding } from "./dsse-verify.ts"
import { base64url } from "./encode.ts"
import { canonicalBytes, type Json } from "./jcs.ts"
import type { PayloadType } from "./labels.ts"
import { type SignKeyPair, sign } from "./sign.ts"

/**
 * Signs a document as it travels: canonical JSON inside a DSSE envelope.
 * @param keyid the signer's key id, a hint for whoever checks
 */
export function dsseSign(
  payloadType: PayloadType,
  document: Json,
  keys: SignKeyPair,
  keyid: string,
): DsseEnvelope {
  const payload = canonicalBytes(document)
  const sig = sign(preAuthenticationEncoding(payloadType, payload), keys)
  return { payloadType, payload: base64url(payload), signatures: [{ keyid, sig: base64url(sig) }] }
}
