import { parseUploadId, type UploadId } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { chunksForSize, isFileSize, partsForChunks } from "@shn/primitives/file-shape"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import { UploadIdField, v } from "@shn/wire"
import { cleanFileName, cleanFileType } from "./file-name.ts"

/** Where a file came from, as the person picked it. */
export const FILE_ORIGINS = ["camera", "gallery", "file", "voice"] as const
export type FileOrigin = (typeof FILE_ORIGINS)[number]

/** What is known of a file when it is picked. Only sealed messages carry it. */
export type FileStart = {
  readonly uploadId: UploadId
  /** base64url of the 32-byte file key. */
  readonly key: string
  /** Cleaned, at most 255 code points; shown, never used as a path. May be "". */
  readonly name: string
  /** What the phone says it is, as "image/jpeg"; "" when it does not say. A claim: nothing is opened by it alone. */
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** When the file was last changed, by the phone; exact time or null. A claim. */
  readonly lastModified: string | null
  readonly origin: FileOrigin
  /** When it was picked, by the phone's clock; exact time. */
  readonly pickedAt: string
}

/** A file that the server holds durably, whole. Only this makes it an attachment of the case. */
export type FileBody = FileStart & {
  /** base64url SHA-256 of the file's own bytes, padding not included. */
  readonly sha256: string
  /** Parts of the sealed file; always what follows from the size. */
  readonly parts: number
  /** base64url: one digest over all sealed parts in order. */
  readonly partsDigest: string
  /** A few words of the person about it, "" when there are none. */
  readonly note: string
}

/** Step 6: the three messages about a file. */
export type FileContent =
  | { readonly kind: "upload"; readonly body: FileStart }
  | { readonly kind: "file"; readonly body: FileBody }
  | { readonly kind: "file_gone"; readonly body: { readonly uploadId: UploadId } }

/** Most UTF-16 code units of a note, and of a name before it is cleaned. */
export const MAX_NOTE_LENGTH = 4_000

const EXACT_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const exactTimeField = v.pipe(v.string(), v.regex(EXACT_TIME))
const bytes32 = v.pipe(
  v.string(),
  v.check((text) => fromBase64url(text)?.length === 32),
)
const rawText = v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH))

// A name that was not cleaned by whoever wrote it is cleaned here: no screen ever sees the raw one.
const START = {
  uploadId: UploadIdField,
  key: bytes32,
  name: v.pipe(rawText, v.transform(cleanFileName)),
  type: v.pipe(rawText, v.transform(cleanFileType)),
  size: v.pipe(v.number(), v.check(isFileSize)),
  lastModified: v.nullable(exactTimeField),
  origin: v.picklist(FILE_ORIGINS),
  pickedAt: exactTimeField,
}

export const UPLOAD_BODY = v.strictObject(START)
export const FILE_BODY = v.pipe(
  v.strictObject({ ...START, sha256: bytes32, parts: v.number(), partsDigest: bytes32, note: rawText }),
  v.check(({ size, parts }) => isFileSize(size) && parts === partsForChunks(chunksForSize(size))),
)
export const FILE_GONE_BODY = v.strictObject({ uploadId: UploadIdField })

/** A fresh name for an upload: random, it says nothing about the file. */
export function newUploadId(random: Random): UploadId {
  const parsed = parseUploadId(randomUuidV4(random))
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

/** Milliseconds since 1970 as the exact time of a message; null for what is no time of the years 0 to 9999. */
export function exactTime(ms: number): string | null {
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) return null
  const text = date.toISOString()
  return EXACT_TIME.test(text) ? text : null
}
