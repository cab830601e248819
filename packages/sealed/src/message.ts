import { type CaseId, err, type KeyId, type MessageId, ok, parseMessageId, type Result } from "@shn/domain"
import { AEAD_OVERHEAD_BYTES, aeadOpen, aeadSeal } from "@shn/primitives/aead"
import { base64url, concat, framed, fromBase64url, uint32, utf8 } from "@shn/primitives/encode"
import { hkdf, sha256 } from "@shn/primitives/hash"
import { canonicalBytes, parseCanonical } from "@shn/primitives/jcs"
import { LABELS, labelBytes } from "@shn/primitives/labels"
import { pad, paddedLength, unpad } from "@shn/primitives/pad"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import { type SignKeyPair, sign } from "@shn/primitives/sign"
import {
  CaseIdField,
  type Envelope,
  KeyIdField,
  MAX_ENVELOPE_BYTES,
  MessageIdField,
  Sha256Field,
  v,
} from "@shn/wire"
import type { CaseKey } from "./case-key.ts"
import { idBytes } from "./identifiers.ts"
import { type MessageContent, parseContent } from "./message-content.ts"

const SIGNATURE_BYTES = 64
const SALT_BYTES = 32
const EXACT_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** How many newest messages one message may name: far more than people writing at the same time ever leave open. */
export const MAX_PARENTS = 1000

/** The signed text inside an envelope. */
export type SignedText = {
  readonly v: 1
  readonly caseId: CaseId
  readonly e: number
  readonly msgId: MessageId
  readonly author: KeyId
  /** Exact time by the author's clock, ISO 8601 in UTC with milliseconds: "2026-11-23T07:05:00.000Z". */
  readonly at: string
  readonly kind: string
  readonly body: unknown
  /** Hashes of the newest messages the author had seen. */
  readonly parents: readonly string[]
  /** 32 bytes for the commitment in the log. */
  readonly salt: string
  /** The roster entry the author wrote under. */
  readonly rosterHash: string
}

/** An opened envelope: who signed it is not yet checked. */
export type OpenedText = {
  readonly text: SignedText
  readonly signature: Uint8Array
  /** The bytes the signature is over. */
  readonly signed: Uint8Array
}

const SIGNED_TEXT = v.strictObject({
  v: v.literal(1),
  caseId: CaseIdField,
  e: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  msgId: MessageIdField,
  author: KeyIdField,
  at: v.pipe(v.string(), v.regex(EXACT_TIME)),
  kind: v.string(),
  body: v.unknown(),
  parents: v.pipe(v.array(Sha256Field), v.maxLength(MAX_PARENTS)),
  salt: Sha256Field,
  rosterHash: Sha256Field,
})

/**
 * Step 5: signs, pads and seals one message under the case key of its epoch.
 * @param nowMs the author's clock
 * @param parents hashes of the newest messages the author has seen
 * @returns "too-long" when content is over its limit or the envelope over 1 MiB
 */
export async function sealText(input: {
  readonly caseKey: CaseKey
  readonly author: { readonly keyId: KeyId; readonly sign: SignKeyPair }
  readonly content: MessageContent
  readonly parents: readonly string[]
  readonly rosterHash: string
  readonly nowMs: number
  readonly random: Random
}): Promise<Result<Envelope, "too-long">> {
  const { caseKey, author, random } = input
  const content = parseContent(input.content.kind, input.content.body)
  if (content === null) return err("too-long")
  const msgId = newMessageId(random)
  const signed = canonicalBytes({
    v: 1,
    caseId: caseKey.caseId,
    e: caseKey.epoch,
    msgId,
    author: author.keyId,
    at: new Date(input.nowMs).toISOString(),
    kind: content.kind,
    body: content.body,
    parents: input.parents.slice(-MAX_PARENTS),
    salt: base64url(random(SALT_BYTES)),
    rosterHash: input.rosterHash,
  })
  if (sealedMessageLength(signed.length) > MAX_ENVELOPE_BYTES) return err("too-long")
  const place = { caseId: caseKey.caseId, epoch: caseKey.epoch, msgId, authorKeyId: author.keyId }
  const plaintext = pad(concat(sign(signatureInput(signed), author.sign), signed))
  const sealed = await aeadSeal(messageKey(caseKey.key, msgId), plaintext, messageAad(place), random)
  return ok({ ...place, bytes: base64url(sealed) })
}

/** Length of an envelope's bytes for a signed text of so many bytes; always one of the padded lengths + 28. */
export function sealedMessageLength(signedTextBytes: number): number {
  return AEAD_OVERHEAD_BYTES + paddedLength(SIGNATURE_BYTES + signedTextBytes)
}

/**
 * Opens one envelope with the key of its epoch.
 * @returns "does-not-open" for another key or any change of bytes, case, epoch, id or author on the outside;
 * "message-damaged" when what is inside is not a signed text in its canonical form
 */
export async function openText(
  key: Uint8Array,
  envelope: Envelope,
): Promise<Result<OpenedText, "does-not-open" | "message-damaged">> {
  const sealed = fromBase64url(envelope.bytes)
  if (sealed === null) return err("does-not-open")
  const plaintext = await aeadOpen(messageKey(key, envelope.msgId), sealed, messageAad(envelope))
  if (plaintext === null) return err("does-not-open")
  const content = unpad(plaintext)
  if (content === null || content.length < SIGNATURE_BYTES) return err("message-damaged")
  const signed = content.slice(SIGNATURE_BYTES)
  const parsed = v.safeParse(SIGNED_TEXT, parseCanonical(signed))
  if (!parsed.success) return err("message-damaged")
  return ok({
    text: parsed.output,
    signature: content.slice(0, SIGNATURE_BYTES),
    signed: signatureInput(signed),
  })
}

/** Name of a message in others' parents: over the envelope as it travels; base64url of 32 bytes. */
export function messageHash(envelope: Envelope): string {
  const sealed = fromBase64url(envelope.bytes) ?? new Uint8Array(0)
  return base64url(sha256(labelBytes(LABELS.messageHash), messageAad(envelope), framed(sealed)))
}

function messageKey(caseKey: Uint8Array, msgId: MessageId): Uint8Array {
  return hkdf(caseKey, concat(labelBytes(LABELS.message), utf8(msgId)))
}

function messageAad(place: Omit<Envelope, "bytes">): Uint8Array {
  return framed(idBytes(place.caseId), uint32(place.epoch), utf8(place.msgId), idBytes(place.authorKeyId))
}

function signatureInput(signed: Uint8Array): Uint8Array {
  return concat(labelBytes(LABELS.messageSignature), signed)
}

function newMessageId(random: Random): MessageId {
  const parsed = parseMessageId(randomUuidV4(random))
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}
