import * as v from "valibot"
import { CaseIdField, UploadIdField } from "./branded.ts"
import { Sha256Field } from "./bytes.ts"
import { SolvedWorkField } from "./reporter-api.ts"

/**
 * Files: sealed on the device, cut into parts of at most 1 MiB, each sent and stored by itself. The server is told a
 * random name, a padded number of chunks and digests of sealed bytes; never a name, a type or a size.
 */

/** Most chunks of one file that a server takes: 16 GiB. What it says about the state of an upload stays below 1 MB. */
export const MAX_UPLOAD_CHUNKS = 2 ** 18
/** Most parts of one file. */
const MAX_PARTS = MAX_UPLOAD_CHUNKS / 16

/** What one more solved puzzle (purpose "budget") allows a case to store, in bytes. */
export const BOUGHT_BYTES = 100_000_000

/**
 * `chunks` is the length of the padded plain stream in chunks of 64 KiB: all that the server learns of the size.
 * `work` only when the case's allowance is used; one puzzle adds 100 MB, so that a large file may take several calls.
 */
export const UploadOpenRequest = v.strictObject({
  caseId: CaseIdField,
  uploadId: UploadIdField,
  chunks: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  work: v.optional(SolvedWorkField),
})
export type UploadOpenRequest = v.InferOutput<typeof UploadOpenRequest>
export const UploadOpenAnswer = v.strictObject({ uploadId: UploadIdField, parts: v.number() })

/** Names an upload of a case. */
export const UploadRequest = v.strictObject({ caseId: CaseIdField, uploadId: UploadIdField })
export type UploadRequest = v.InferOutput<typeof UploadRequest>

/** `parts` has an entry for every part there will be: the digest of the sealed bytes, or null where none are stored. */
export const UploadStateAnswer = v.strictObject({
  chunks: v.number(),
  parts: v.pipe(v.array(v.nullable(Sha256Field)), v.maxLength(MAX_PARTS)),
  finished: v.boolean(),
})
export type UploadState = v.InferOutput<typeof UploadStateAnswer>

/** `partsDigest` = SHA-256 over label ‖ digest of each sealed part in order. */
export const UploadFinishRequest = v.strictObject({ ...UploadRequest.entries, partsDigest: Sha256Field })
export type UploadFinishRequest = v.InferOutput<typeof UploadFinishRequest>

/** A number as it stands in a path, without sign or leading zeros. */
const PartNumberField = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,5})$/), v.transform(Number))

/** Which part, counted from 0. Both stand in the path. */
export const PartPlace = v.strictObject({ uploadId: UploadIdField, n: PartNumberField })
export type PartPlace = v.InferOutput<typeof PartPlace>

/** A number of bytes of one part as it stands in a header. */
const PartBytesField = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,6})$/), v.transform(Number))

/**
 * A part on its way in: `digest` is base64url SHA-256 of the whole sealed part (header `x-part-digest`). `from` is 0, or
 * how many of its bytes came before the line broke, when only the rest is sent (header `x-part-from`).
 */
export const PartPutRequest = v.strictObject({
  ...PartPlace.entries,
  digest: Sha256Field,
  from: PartBytesField,
})
export type PartPutRequest = v.InferOutput<typeof PartPutRequest>

/** A part on its way out. `from` (header `x-part-from`): what the reader has already and needs not be sent again. */
export const PartGetRequest = v.strictObject({ ...PartPlace.entries, from: PartBytesField })
export type PartGetRequest = v.InferOutput<typeof PartGetRequest>

/** Names one part in a call that carries no bytes. */
export const PartBegunRequest = v.strictObject({
  ...UploadRequest.entries,
  n: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_PARTS)),
})
export type PartBegunRequest = v.InferOutput<typeof PartBegunRequest>
/** How many bytes of the part came before the line broke: what needs not be sent again. */
export const PartBegunAnswer = v.strictObject({ bytes: v.number() })

/** The sealed bytes themselves. */
export const SealedPart = v.instance(Uint8Array)
