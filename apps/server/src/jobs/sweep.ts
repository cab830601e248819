import { dayOf } from "@shn/domain"
import { IDLE_MS } from "../auth/staff-session.ts"
import { expirePackages } from "./expire-packages.ts"
import { expireUploads } from "./expire-uploads.ts"
import type { JobDeps } from "./job-deps.ts"

/** How often what is over is deleted. */
const SWEEP_MS = 5 * 60 * 1000

/** Deletes visits, sessions, puzzles and proposals that are over, files that nobody finished, packages past their last day. */
export async function sweep({ store, clock, files }: JobDeps): Promise<void> {
  const nowMs = clock()
  await store.transaction(async (tx) => {
    await tx.tokens.sweep(nowMs)
    await tx.proposals.sweep(nowMs)
    await tx.budgets.sweep(dayOf(nowMs))
    await tx.staff.sweep(nowMs, IDLE_MS)
    await tx.jobs.plan("sweep", "", nowMs + SWEEP_MS)
  })
  await expireUploads({ store, clock })
  await expirePackages({ store, clock })
  await files.arrivals.sweep()
}
