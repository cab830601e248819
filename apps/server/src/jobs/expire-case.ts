import { addDays, type CaseId, dayOf } from "@shn/domain"
import type { JobRow } from "../store/schema.ts"
import { hasNoFilesLeft } from "../uploads/drop-upload.ts"
import type { JobDeps } from "./job-deps.ts"

/** Files go before their case: when they need longer, the case waits for them. */
const FILES_LATER_MS = 2 * 60 * 60 * 1000

/**
 * A case that was opened and never submitted ends after seven days: first it answers that it has expired, for
 * whoever is in the middle of something, a day later it is gone.
 */
export async function expireCase(job: JobRow, { store, clock }: JobDeps): Promise<void> {
  // The subject was written by us when the case was opened.
  const caseId = job.subject as CaseId
  const nowMs = clock()
  const today = dayOf(nowMs)
  await store.transaction(async (tx) => {
    const row = await tx.cases.lock(caseId)
    if (row === undefined || row.state === "submitted") return
    if (row.state === "expired") {
      if (await hasNoFilesLeft(tx, caseId, nowMs)) return tx.cases.remove(caseId)
      return tx.jobs.plan("expire_case", caseId, nowMs + FILES_LATER_MS)
    }
    if (await tx.cases.expire(caseId, today)) await hasNoFilesLeft(tx, caseId, nowMs)
    // Planned anew: either the case may still stay, or its last row goes tomorrow.
    const next = row.ends_day !== null && row.ends_day >= today ? addDays(row.ends_day, 1) : addDays(today, 1)
    await tx.jobs.plan("expire_case", caseId, Date.parse(`${next}T00:00:00Z`))
  })
}
