import type { Readable } from "node:stream"
import type { UploadId } from "@shn/domain"

/** Which part of which upload. `n` counts from 0. */
export type PartName = { readonly uploadId: UploadId; readonly n: number }

/** A part on its way in: bytes that came before, bytes of the whole, and its SHA-256 (base64url). */
export type ExpectedPart = PartName & {
  readonly from: number
  readonly length: number
  readonly digest: string
}

/** Bytes to hand on as they come from where they are kept. */
export type PartStream = { readonly length: number; readonly bytes: Readable }
