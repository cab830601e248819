import { concat, fromBase64url, utf8 } from "./encode.ts"
import { type Json, parseCanonical } from "./jcs.ts"
import { verify } from "./verify.ts"

/**
 * A DSSE envelope (Dead Simple Signing Envelope, protocol version 1) with exactly one signature.
 * `payload` and `sig` are base64url without padding. There is no key hint: whoever checks knows whose key to ask.
 */
export type DsseEnvelope<Type extends string = string> = {
  payloadType: Type
  payload: string
  signatures: [{ sig: string }]
}

/** A payload together with the exact bytes that were signed. */
export type DssePayload = { readonly json: Json; readonly bytes: Uint8Array }

/**
 * Checks the one signature, that the type is the expected one, and that the payload is its own canonical form.
 * @param payloadType what the caller expects: taken from the caller, never from the envelope
 * @param publicKey 32 bytes
 * @returns null when any of it fails, whatever the reason
 */
export function dsseVerify(
  envelope: DsseEnvelope,
  payloadType: string,
  publicKey: Uint8Array,
): DssePayload | null {
  if (envelope.payloadType !== payloadType) return null
  const payload = dssePayload(envelope)
  const signature = fromBase64url(envelope.signatures[0].sig)
  if (payload === null || signature === null) return null
  return verify(signature, preAuthenticationEncoding(payloadType, payload.bytes), publicKey) ? payload : null
}

/** The payload without checking its signature: only to find out which key it should be checked with. */
export function dssePayload(envelope: DsseEnvelope): DssePayload | null {
  const bytes = fromBase64url(envelope.payload)
  if (bytes === null) return null
  const json = parseCanonical(bytes)
  return json === undefined ? null : { json, bytes }
}

/** DSSE's PAE: "DSSEv1" SP len SP type SP len SP payload, lengths in decimal. The bytes that are signed. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = utf8(payloadType)
  return concat(utf8(`DSSEv1 ${type.length} `), type, utf8(` ${payload.length} `), payload)
}
