import { type DsseEnvelope, preAuthenticationEncoding } from "./dsse-verify.ts"
import { base64url } from "./encode.ts"
import { canonicalBytes, type Json } from "./jcs.ts"
import { type SignKeyPair, sign } from "./sign.ts"

/**
 * Signs a document as it travels: canonical JSON inside a DSSE envelope.
 * @param payloadType what the document is; it is inside the signed bytes
 */
export function dsseSign<Type extends string>(
  payloadType: Type,
  document: Json,
  keys: SignKeyPair,
): DsseEnvelope<Type> {
  const payload = canonicalBytes(document)
  const sig = sign(preAuthenticationEncoding(payloadType, payload), keys)
  return { payloadType, payload: base64url(payload), signatures: [{ sig: base64url(sig) }] }
}
