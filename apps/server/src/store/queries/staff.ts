import type { KeyId, MemberId } from "@shn/domain"
import { sql } from "kysely"
import type { Connection } from "../engine.ts"
import type { StaffSessionRow } from "../schema.ts"

/** Queries on `staff_sessions`, `staff_tries` and `staff_codes`. */
export function staffQueries({ db }: Connection) {
  return {
    async insertSession(row: StaffSessionRow): Promise<void> {
      await db.insertInto("staff_sessions").values(row).execute()
    },

    async session(sessionHash: Uint8Array): Promise<StaffSessionRow | undefined> {
      return db
        .selectFrom("staff_sessions")
        .selectAll()
        .where("session_hash", "=", sessionHash)
        .executeTakeFirst()
    },

    async seen(sessionHash: Uint8Array, nowMs: number): Promise<void> {
      await db
        .updateTable("staff_sessions")
        .set({ seen_ms: nowMs })
        .where("session_hash", "=", sessionHash)
        .execute()
    },

    async endSession(sessionHash: Uint8Array): Promise<void> {
      await db.deleteFrom("staff_sessions").where("session_hash", "=", sessionHash).execute()
    },

    /** Ends every session of a key, at once. */
    async endSessionsOf(keyId: KeyId): Promise<void> {
      await db.deleteFrom("staff_sessions").where("key_id", "=", keyId).execute()
    },

    async tries(alias: string) {
      return db.selectFrom("staff_tries").selectAll().where("alias", "=", alias).executeTakeFirst()
    },

    /** Counts one more try before it is judged, so that many at once do not slip through. @returns tries so far */
    async countTry(alias: string): Promise<number> {
      const row = await db
        .insertInto("staff_tries")
        .values({ alias, failures: 1, wait_until_ms: 0 })
        .onConflict((conflict) =>
          conflict.column("alias").doUpdateSet({ failures: sql`staff_tries.failures + 1` }),
        )
        .returning("failures")
        .executeTakeFirstOrThrow()
      return row.failures
    },

    async setWait(alias: string, waitUntilMs: number): Promise<void> {
      await db
        .updateTable("staff_tries")
        .set({ wait_until_ms: waitUntilMs })
        .where("alias", "=", alias)
        .execute()
    },

    async clearTries(alias: string): Promise<void> {
      await db.deleteFrom("staff_tries").where("alias", "=", alias).execute()
    },

    /** Uses up a 30-second step and all before it. @returns false if it was used up already. */
    async useCode(memberId: MemberId, step: number): Promise<boolean> {
      await db
        .insertInto("staff_codes")
        .values({ member_id: memberId, last_step: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const done = await db
        .updateTable("staff_codes")
        .set({ last_step: step })
        .where("member_id", "=", memberId)
        .where("last_step", "<", step)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },

    /** Forgets sessions that have ended and tries older than a day. */
    async sweep(nowMs: number, idleMs: number): Promise<void> {
      await db
        .deleteFrom("staff_sessions")
        .where((on) => on.or([on("ends_ms", "<=", nowMs), on("seen_ms", "<=", nowMs - idleMs)]))
        .execute()
      await db
        .deleteFrom("staff_tries")
        .where("wait_until_ms", "<=", nowMs - 86_400_000)
        .execute()
    },
  }
}
