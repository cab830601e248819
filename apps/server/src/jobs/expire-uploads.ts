import { addDays, dayOf } from "@shn/domain"
import { markDropped } from "../uploads/drop-upload.ts"
import type { JobDeps } from "./job-deps.ts"

/** A file that nobody comes back to goes after this. */
const UNFINISHED_DAYS = 7
/** In one transaction: nobody else waits for thousands. */
const AT_ONCE = 100

/** Drops uploads that were begun and never finished. */
export async function expireUploads({ store, clock }: Pick<JobDeps, "store" | "clock">): Promise<void> {
  const nowMs = clock()
  const firstDay = addDays(dayOf(nowMs), -UNFINISHED_DAYS)
  for (let dropped = AT_ONCE; dropped === AT_ONCE; ) {
    dropped = await store.transaction(async (tx) => {
      const old = await tx.uploads.unfinishedSince(firstDay, AT_ONCE)
      let count = 0
      for (const { upload_id } of old) {
        const row = await tx.uploads.lock(upload_id)
        // Another server may have been quicker.
        if (row?.state !== "open") continue
        await markDropped(tx, upload_id, nowMs)
        count += 1
      }
      return count
    })
  }
}
