import type { CaseId, Day, Handle } from "@shn/domain"
import type { Connection } from "../engine.ts"
import type { CaseRow } from "../schema.ts"

/** Queries on `cases`. */
export function caseQueries({ db, engine }: Connection) {
  return {
    async find(caseId: CaseId): Promise<CaseRow | undefined> {
      return db.selectFrom("cases").selectAll().where("case_id", "=", caseId).executeTakeFirst()
    },

    /** Reads a case and keeps every other writer of it waiting until the transaction ends. */
    async lock(caseId: CaseId): Promise<CaseRow | undefined> {
      const query = db.selectFrom("cases").selectAll().where("case_id", "=", caseId)
      // SQLite: `begin immediate` has locked everything already.
      return (engine === "postgres" ? query.forUpdate() : query).executeTakeFirst()
    },

    async findByHandle(handle: Handle): Promise<CaseRow | undefined> {
      return db.selectFrom("cases").selectAll().where("handle", "=", handle).executeTakeFirst()
    },

    /** @returns false if the case or its handle is already there; nothing is changed then. */
    async insert(row: CaseRow): Promise<boolean> {
      const done = await db
        .insertInto("cases")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    /** Opens a case that had expired again, until `endsDay`. */
    async reopen(caseId: CaseId, endsDay: Day): Promise<void> {
      await db
        .updateTable("cases")
        .set({ state: "opened", ends_day: endsDay })
        .where("case_id", "=", caseId)
        .where("state", "=", "expired")
        .execute()
    },

    /** The case is there, with its first roster entry and so many messages. */
    async markSubmitted(caseId: CaseId, day: Day, submitHash: Uint8Array, envelopes: number): Promise<void> {
      await db
        .updateTable("cases")
        .set({
          state: "submitted",
          submitted_day: day,
          submit_hash: submitHash,
          ends_day: null,
          roster_seq: 0,
          epoch: 0,
          envelope_count: envelopes,
        })
        .where("case_id", "=", caseId)
        .execute()
    },

    async setRoster(caseId: CaseId, seq: number, epoch: number): Promise<void> {
      await db.updateTable("cases").set({ roster_seq: seq, epoch }).where("case_id", "=", caseId).execute()
    },

    async setEnvelopeCount(caseId: CaseId, count: number): Promise<void> {
      await db.updateTable("cases").set({ envelope_count: count }).where("case_id", "=", caseId).execute()
    },

    /** Ends a case that was opened and not submitted by the end of its last day. @returns false if it may stay. */
    async expire(caseId: CaseId, today: Day): Promise<boolean> {
      const done = await db
        .updateTable("cases")
        .set({ state: "expired" })
        .where("case_id", "=", caseId)
        .where("state", "=", "opened")
        .where("ends_day", "<", today)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },

    /** Deletes an expired case for good. */
    async remove(caseId: CaseId): Promise<void> {
      await db.deleteFrom("cases").where("case_id", "=", caseId).where("state", "=", "expired").execute()
    },
  }
}
