import type { UploadId } from "@shn/domain"
import type { JobRow } from "../store/schema.ts"
import type { JobDeps } from "./job-deps.ts"

/** When the place of the parts cannot be reached; there is no last try. */
const LATER_MS = 10 * 60 * 1000
/** No request lasts so long: what a dying server put down meanwhile is found by the second look. */
const SECOND_LOOK_MS = 60 * 60 * 1000

/** Deletes a dropped upload: its parts, an hour later whatever came late, and only then the row that names it. */
export async function dropUpload(job: JobRow, { store, clock, files }: JobDeps): Promise<void> {
  // The subject was written by us when the upload was dropped.
  const uploadId = job.subject as UploadId
  const row = await store.uploads.find(uploadId)
  if (row?.state !== "dropped" && row?.state !== "emptied") return
  await files.arrivals.forget(uploadId)
  const gone = await files.blobs.drop(uploadId)
  const nowMs = clock()
  await store.transaction(async (tx) => {
    if (!gone.ok) return tx.jobs.plan("drop_upload", uploadId, nowMs + LATER_MS)
    if (gone.value === "more") return tx.jobs.plan("drop_upload", uploadId, nowMs)
    if (row.state === "emptied") return tx.uploads.remove(uploadId)
    await tx.uploads.setState(uploadId, "emptied")
    await tx.jobs.plan("drop_upload", uploadId, nowMs + SECOND_LOOK_MS)
  })
}
