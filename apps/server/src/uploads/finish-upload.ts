import { err, ok, type Result } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { partsDigest } from "@shn/primitives/file-digest"
import { partsForChunks } from "@shn/primitives/file-shape"
import type { UploadFinishRequest } from "@shn/wire"
import type { Deps } from "../deps.ts"
import { ownUpload, type UploadCaller } from "./caller.ts"

/** Ends an upload when every part of it is stored and the sender means exactly these. Repeating it changes nothing. */
export async function finishUpload<E extends string>(
  deps: Deps,
  who: UploadCaller<E>,
  request: UploadFinishRequest,
): Promise<Result<Record<string, never>, E | "not_found" | "parts_missing">> {
  const { uploadId, caseId } = request
  return deps.store.transaction(async (tx) => {
    const own = await ownUpload(tx, who, uploadId, caseId)
    if (!own.ok) return own
    const parts = await tx.uploads.parts(uploadId)
    const isWhole = parts.length === partsForChunks(own.value.chunks)
    // Numbers are unique and below the count: so many of them are all of them, in order.
    if (!isWhole || base64url(partsDigest(parts.map(({ digest }) => digest))) !== request.partsDigest) {
      return err("parts_missing")
    }
    if (own.value.state === "open") await tx.uploads.setState(uploadId, "finished")
    return ok({})
  })
}
