import { dayOf, err, ok, type Result } from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { chunksInPart, partsForChunks, sealedPartLength } from "@shn/primitives/file-shape"
import type { PartPutRequest } from "@shn/wire"
import type { Arrived } from "../blobs/blob-store.ts"
import type { Deps } from "../deps.ts"
import type { UploadRow } from "../store/schema.ts"
import { ownUpload, type UploadCaller } from "./caller.ts"

type Refusal =
  | "not_found"
  | "part_damaged"
  | "part_differs"
  | "storage_full"
  | "storage_unreachable"
  | "bad_request"

/**
 * Takes in one part: checked while it comes, kept, and only then named by a row. Whatever ends in between leaves at most
 * bytes without a row, which the same part sent again lands on, and which go with their upload.
 */
export async function putPart<E extends string>(
  deps: Deps,
  who: UploadCaller<E>,
  { uploadId, n, digest, from }: PartPutRequest,
  body: AsyncIterable<Uint8Array>,
): Promise<Result<Record<string, never>, E | Refusal>> {
  const { arrivals, blobs } = deps.files
  const digestBytes = fromBase64url(digest)
  if (digestBytes?.length !== 32) return err("bad_request")
  const found = await deps.store.transaction(async (tx) => {
    const own = await ownUpload(tx, who, uploadId)
    if (!own.ok) return own
    return ok({ row: own.value, stored: await tx.uploads.part(uploadId, n) })
  })
  if (!found.ok) return found
  const { row, stored } = found.value
  const length = lengthOfPart(row, n)
  if (length === null) return err("not_found")
  // Already there: the body is not needed.
  if (stored !== undefined) return base64url(stored) === digest ? ok({}) : err("part_differs")

  const place = { uploadId, n, digest }
  const taken = await arrivals.take(body, { uploadId, n, from, length, digest }, async (arrived: Arrived) => {
    const kept = await blobs.put(place, arrived, dayOf(deps.clock()))
    if (!kept.ok) return kept
    const named = await deps.store.transaction(async (tx): Promise<Result<"named", E | Refusal>> => {
      const own = await ownUpload(tx, who, uploadId)
      if (!own.ok) return own
      if (await tx.uploads.insertPart(uploadId, n, digestBytes)) return ok("named")
      const other = await tx.uploads.part(uploadId, n)
      return other !== undefined && base64url(other) === digest ? ok("named") : err("part_differs")
    })
    // Stopped or decided otherwise while the part was coming.
    if (!named.ok) await blobs.remove(place)
    return named
  })
  if (!taken.ok) return taken
  return taken.value.ok ? ok({}) : taken.value
}

/** @returns null when the upload has no such part */
function lengthOfPart({ chunks }: UploadRow, n: number): number | null {
  return n < partsForChunks(chunks) ? sealedPartLength(chunksInPart(chunks, n)) : null
}
