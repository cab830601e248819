import { addDays, type CaseId, dayOf } from "@shn/domain"
import type { JobRow } from "../store/schema.ts"
import type { JobDeps } from "./job-deps.ts"

/**
 * A case that was opened and never submitted ends after seven days: first it answers that it has expired, for
 * whoever is in the middle of something, a day later it is gone.
 */
export async function expireCase(job: JobRow, { store, clock }: JobDeps): Promise<void> {
  // The subject was written by us when the case was opened.
  const caseId = job.subject as CaseId
  const today = dayOf(clock())
  await store.transaction(async (tx) => {
    const row = await tx.cases.lock(caseId)
    if (row === undefined || row.state === "submitted") return
    if (row.state === "expired") return tx.cases.remove(caseId)
    await tx.cases.expire(caseId, today)
    // Planned anew: either the case may still stay, or its last row goes tomorrow.
    const next = row.ends_day !== null && row.ends_day >= today ? addDays(row.ends_day, 1) : addDays(today, 1)
    await tx.jobs.plan("expire_case", caseId, Date.parse(`${next}T00:00:00Z`))
  })
}
