import type { Readable } from "node:stream"
import type { Day, Result, UploadId } from "@shn/domain"

/**
 * Names one stored part. The digest of its bytes is in the name: two different parts never fight for one place, and the
 * same part sent twice lands on itself. `digest` is base64url SHA-256.
 */
export type BlobPlace = { readonly uploadId: UploadId; readonly n: number; readonly digest: string }

/** A part that has arrived whole and checked, in a file of its own. */
export type Arrived = { readonly path: string; readonly length: number }

/**
 * Where sealed parts are kept: a folder or a bucket, and which of them nobody above needs to know. Every call may be
 * repeated without harm. What belongs to no row is deleted with its upload (jobs/drop-upload.ts).
 */
export type BlobStore = {
  /**
   * Keeps a part for good: once this is done, a crash or a power cut does not lose it.
   * @param arrived its file is left for whoever made it to clear away, if it is still there
   * @param day the only time that is kept with it, where the store lets us choose
   */
  readonly put: (
    place: BlobPlace,
    arrived: Arrived,
    day: Day,
  ) => Promise<Result<"kept", "storage_full" | "storage_unreachable">>
  /** The bytes of a part, to be read once. An error in the middle ends the stream. */
  readonly get: (place: BlobPlace) => Promise<Result<Readable, "not_found" | "storage_unreachable">>
  /** Deletes one part. */
  readonly remove: (place: BlobPlace) => Promise<Result<"gone", "storage_unreachable">>
  /** Deletes parts of an upload. @returns "more" when some are left for the next call */
  readonly drop: (uploadId: UploadId) => Promise<Result<"gone" | "more", "storage_unreachable">>
}

/** The name of a part below its upload's. */
export function blobName({ n, digest }: BlobPlace): string {
  return `${n}-${digest}`
}
