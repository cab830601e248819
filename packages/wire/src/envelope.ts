import * as v from "valibot"
import { CaseIdField, DayField, KeyIdField, MessageIdField } from "./branded.ts"
import { bytesField, EpochLinkField, KeyWrapField, MAX_ENVELOPE_BYTES } from "./bytes.ts"

const epoch = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** One sealed message. `bytes` = nonce(12) ‖ AES-256-GCM(padded signed text) ‖ tag(16); the length is in the allowed set. */
export const EnvelopeField = v.strictObject({
  caseId: CaseIdField,
  epoch,
  msgId: MessageIdField,
  authorKeyId: KeyIdField,
  bytes: bytesField(MAX_ENVELOPE_BYTES),
})
export type Envelope = v.InferOutput<typeof EnvelopeField>

export const StoredEnvelopeField = v.strictObject({ ...EnvelopeField.entries, receivedDay: DayField })
export type StoredEnvelope = v.InferOutput<typeof StoredEnvelopeField>

/** A case key of one epoch, wrapped to one key. */
export const CaseWrapField = v.strictObject({ keyId: KeyIdField, epoch, bytes: KeyWrapField })
export type CaseWrap = v.InferOutput<typeof CaseWrapField>

/** The key of epoch n-1 under the key of epoch n; `epoch` is n. */
export const LinkField = v.strictObject({ epoch, bytes: EpochLinkField })
export type EpochLink = v.InferOutput<typeof LinkField>

/** A preview key wrapped to one proposed expert. */
export const PreviewWrapField = v.strictObject({ keyId: KeyIdField, bytes: KeyWrapField })
export type PreviewWrap = v.InferOutput<typeof PreviewWrapField>

/** What the conflict check needs, sealed under its own key, for one need. */
export const SealedPreviewBytes = bytesField(65_536)
