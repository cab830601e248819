import { bugEvent } from "../log.ts"
import { storeFailure } from "../store/failure.ts"
import type { JobRow } from "../store/schema.ts"
import { dropUpload } from "./drop-upload.ts"
import { expireCase } from "./expire-case.ts"
import type { JobDeps } from "./job-deps.ts"
import { offerClock } from "./offer-clock.ts"
import { sweep } from "./sweep.ts"

/** A server that dies while working gives its job up after this. */
const LEASE_MS = 60_000
/** After so many failures a human looks; the row stays. */
const MAX_ATTEMPTS = 8
const FIRST_RETRY_MS = 30_000

/**
 * Runs every job that is due, one after the other. Any number of servers may call it at once.
 * @returns how many ran
 */
export async function runDueJobs(deps: JobDeps): Promise<number> {
  await deps.store.jobs.planOnce("sweep", "", deps.clock())
  for (let ran = 0; ; ran += 1) {
    const job = await deps.store.transaction((tx) => tx.jobs.claim(deps.clock(), LEASE_MS))
    if (job === undefined) return ran
    await runOne(job, deps)
  }
}

async function runOne(job: JobRow, deps: JobDeps): Promise<void> {
  try {
    await work(job, deps)
    await deps.store.jobs.finish(job)
  } catch (error) {
    const isDead = job.attempts >= MAX_ATTEMPTS
    if (storeFailure(error) === null) deps.log(bugEvent("jobs", error))
    deps.log(
      isDead
        ? { event: "job_dead", kind: job.kind }
        : { event: "job_failed", kind: job.kind, attempts: job.attempts },
    )
    const retryMs = deps.clock() + FIRST_RETRY_MS * 2 ** job.attempts
    await deps.store.jobs.giveBack(job, retryMs, isDead ? "dead" : "waiting")
  }
}

function work(job: JobRow, deps: JobDeps): Promise<void> {
  switch (job.kind) {
    case "expire_case":
      return expireCase(job, deps)
    case "offer_clock":
      return offerClock(job, deps)
    case "drop_upload":
      return dropUpload(job, deps)
    case "sweep":
      return sweep(deps)
  }
}
