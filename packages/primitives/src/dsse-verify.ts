import { concat, fromBase64url, utf8 } from "./encode.ts"
import { type Json, parseCanonical } from "./jcs.ts"
import type { PayloadType } from "./labels.ts"
import { verify } from "./verify.ts"

/**
 * A DSSE envelope (Dead Simple Signing Envelope, protocol version 1) with exactly one signature.
 * `payload` and `sig` are base64url without padding; `keyid` is a hint for choosing the key and proves nothing.
 */
export type DsseEnvelope = {
  readonly payloadType: string
  readonly payload: string
  readonly signatures: readonly [{ readonly keyid: string; readonly sig: string }]
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
  payloadType: PayloadType,
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

/** Reads the outer shape. @returns null for a missing or extra field, or for any number of signatures but one. */
export function parseDsse(value: unknown): DsseEnvelope | null {
  if (!isRecord(value, ["payload", "payloadType", "signatures"])) return null
  const { payload, payloadType, signatures } = value
  if (typeof payload !== "string" || typeof payloadType !== "string") return null
  if (!Array.isArray(signatures) || signatures.length !== 1) return null
  const signature: unknown = signatures[0]
  if (!isRecord(signature, ["keyid", "sig"])) return null
  const { keyid, sig } = signature
  return typeof keyid === "string" && typeof sig === "string"
    ? { payloadType, payload, signatures: [{ keyid, sig }] }
    : null
}

/** DSSE's PAE: "DSSEv1" SP len SP type SP len SP payload, lengths in decimal. The bytes that are signed. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = utf8(payloadType)
  return concat(utf8(`DSSEv1 ${type.length} `), type, utf8(` ${payload.length} `), payload)
}

function isRecord<K extends string>(value: unknown, keys: readonly K[]): value is Record<K, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  return Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key))
}
