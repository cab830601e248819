import { type CaseId, ok, type Result, type UploadId } from "@shn/domain"
import type { UploadRequest } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { Queries } from "../store/store.ts"
import { ownUpload, type UploadCaller } from "./caller.ts"

/** The sender stopped a file or takes it back. From now on it is not there; its parts go within moments. */
export async function dropUpload<E extends string>(
  deps: Deps,
  who: UploadCaller<E>,
  { uploadId, caseId }: UploadRequest,
): Promise<Result<Record<string, never>, E | "not_found">> {
  return deps.store.transaction(async (tx) => {
    const own = await ownUpload(tx, who, uploadId, caseId)
    if (!own.ok) return own
    await markDropped(tx, uploadId, deps.clock())
    return ok({})
  })
}

/** Gives the bytes back and plans the rest: nothing of it is in the way of the next file. */
export async function markDropped(tx: Queries, uploadId: UploadId, nowMs: number): Promise<void> {
  await tx.uploads.setState(uploadId, "dropped")
  await tx.uploads.removeParts(uploadId)
  await tx.jobs.plan("drop_upload", uploadId, nowMs)
}

/**
 * Makes sure that nothing of a case's files is left, so that the case itself can go.
 * @returns false while something is: it has been marked, and its job is at work
 */
export async function hasNoFilesLeft(tx: Queries, caseId: CaseId, nowMs: number): Promise<boolean> {
  const rows = await tx.uploads.ofCase(caseId)
  for (const { upload_id, state } of rows) {
    if (state === "open" || state === "finished") await markDropped(tx, upload_id, nowMs)
  }
  return rows.length === 0
}
