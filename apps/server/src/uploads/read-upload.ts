import { Readable } from "node:stream"
import { dayOf, err, ok, type Result, type UploadId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { chunksInPart, partsForChunks, sealedPartLength } from "@shn/primitives/file-shape"
import type { PartBegunRequest, PartGetRequest, UploadRequest, UploadState } from "@shn/wire"
import type { PartStream } from "../blobs/part.ts"
import type { Deps } from "../deps.ts"
import { knownUpload, ownUpload, type UploadCaller } from "./caller.ts"

/** Which parts of an upload are stored, for whoever sends it on and for whoever waits for it. */
export async function uploadState<E extends string>(
  deps: Deps,
  who: UploadCaller<E>,
  { uploadId, caseId }: UploadRequest,
): Promise<Result<UploadState, E | "not_found">> {
  return deps.store.transaction(async (tx) => {
    const known = await knownUpload(tx, who, uploadId, caseId)
    if (!known.ok) return known
    const { chunks, state } = known.value
    const parts = new Array<string | null>(partsForChunks(chunks)).fill(null)
    for (const { n, digest } of await tx.uploads.parts(uploadId)) parts[n] = base64url(digest)
    return ok({ chunks, parts, finished: state === "finished" })
  })
}

/** How much of a part its sender need not send again. */
export async function partBegun<E extends string>(
  deps: Deps,
  who: UploadCaller<E>,
  { uploadId, caseId, n }: PartBegunRequest,
): Promise<Result<{ bytes: number }, E | "not_found">> {
  const own = await deps.store.transaction((tx) => ownUpload(tx, who, uploadId, caseId))
  return own.ok ? ok({ bytes: await deps.files.arrivals.begun({ uploadId, n }) }) : own
}

/** One sealed part, or what is behind its first `from` bytes. Before the file is finished only its sender gets it. */
export async function readPart<E extends string>(
  deps: Deps,
  who: UploadCaller<E>,
  { uploadId, n, from }: PartGetRequest,
): Promise<Result<PartStream, E | "not_found" | "bad_request" | "storage_unreachable">> {
  const found = await deps.store.transaction(async (tx) => {
    const known = await knownUpload(tx, who, uploadId)
    if (!known.ok) return known
    const row = known.value
    if (row.state === "open" && row.opened_by !== who.keyId) return err("not_found")
    const digest = await tx.uploads.part(uploadId, n)
    if (digest === undefined) return err("not_found")
    if (who.isStaff) await tx.access.log(row.case_id, who.keyId, "read", dayOf(deps.clock()))
    return ok({ digest: base64url(digest), length: sealedPartLength(chunksInPart(row.chunks, n)) })
  })
  if (!found.ok) return found
  return partStream(deps, { uploadId, n, ...found.value }, from)
}

/** A stored part, named by its digest (base64url) and whole length (bytes), without its first `from` bytes. */
export async function partStream(
  { files }: Pick<Deps, "files">,
  part: { readonly uploadId: UploadId; readonly n: number; readonly digest: string; readonly length: number },
  from: number,
): Promise<Result<PartStream, "not_found" | "bad_request" | "storage_unreachable">> {
  const { uploadId, n, digest, length } = part
  if (from > length) return err("bad_request")
  const bytes = await files.blobs.get({ uploadId, n, digest })
  if (!bytes.ok) return bytes
  return ok({
    length: length - from,
    bytes: from === 0 ? bytes.value : Readable.from(behind(bytes.value, from)),
  })
}

// Not every place of parts can begin in the middle; a part is short enough to be read over.
async function* behind(bytes: AsyncIterable<Uint8Array>, from: number): AsyncGenerator<Uint8Array> {
  let left = from
  for await (const piece of bytes) {
    if (left < piece.length) yield left === 0 ? piece : piece.subarray(left)
    left = Math.max(0, left - piece.length)
  }
}
