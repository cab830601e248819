import { sql } from "kysely"
import type { Connection } from "../engine.ts"
import type { JobKind, JobRow } from "../schema.ts"

/** Queries on `jobs`: our own small queue. */
export function jobQueries({ db, engine }: Connection) {
  return {
    /** Plans a job, or plans it anew. */
    async plan(kind: JobKind, subject: string, runAtMs: number): Promise<void> {
      const fresh = { run_at_ms: runAtMs, lease_until_ms: 0, attempts: 0, state: "waiting" } as const
      await db
        .insertInto("jobs")
        .values({ kind, subject, ...fresh })
        .onConflict((conflict) => conflict.columns(["kind", "subject"]).doUpdateSet(fresh))
        .execute()
    },

    /** Plans a job unless there is one. */
    async planOnce(kind: JobKind, subject: string, runAtMs: number): Promise<void> {
      await db
        .insertInto("jobs")
        .values({ kind, subject, run_at_ms: runAtMs, lease_until_ms: 0, attempts: 0, state: "waiting" })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    /** Takes the job that has been due longest, for `leaseMs`: nobody else gets it, unless this server dies. */
    async claim(nowMs: number, leaseMs: number): Promise<JobRow | undefined> {
      const due = db
        .selectFrom("jobs")
        .select(["kind", "subject"])
        .where("state", "=", "waiting")
        .where("run_at_ms", "<=", nowMs)
        .where("lease_until_ms", "<=", nowMs)
        .orderBy("run_at_ms")
        .limit(1)
      const row = await (engine === "postgres" ? due.forUpdate().skipLocked() : due).executeTakeFirst()
      if (row === undefined) return undefined
      return db
        .updateTable("jobs")
        .set({ lease_until_ms: nowMs + leaseMs, attempts: sql`attempts + 1` })
        .where("kind", "=", row.kind)
        .where("subject", "=", row.subject)
        .returningAll()
        .executeTakeFirst()
    },

    /** Deletes a job that is done, unless it was planned anew meanwhile. */
    async finish(job: JobRow): Promise<void> {
      await db
        .deleteFrom("jobs")
        .where("kind", "=", job.kind)
        .where("subject", "=", job.subject)
        .where("lease_until_ms", "=", job.lease_until_ms)
        .execute()
    },

    /** Lets a failed job run again later, or puts it among the dead where a human finds it. */
    async giveBack(job: JobRow, runAtMs: number, state: JobRow["state"]): Promise<void> {
      await db
        .updateTable("jobs")
        .set({ run_at_ms: runAtMs, lease_until_ms: 0, state })
        .where("kind", "=", job.kind)
        .where("subject", "=", job.subject)
        .where("lease_until_ms", "=", job.lease_until_ms)
        .execute()
    },

    async cancel(kind: JobKind, subject: string): Promise<void> {
      await db.deleteFrom("jobs").where("kind", "=", kind).where("subject", "=", subject).execute()
    },

    async all(): Promise<readonly JobRow[]> {
      return db.selectFrom("jobs").selectAll().orderBy("run_at_ms").execute()
    },
  }
}
