import type { CaseId } from "@shn/domain"
import type { Connection } from "../engine.ts"
import type { CaseRow } from "../schema.ts"

/** Queries on `tokens` and `spent_challenges`. */
export function tokenQueries({ db }: Connection) {
  return {
    async insert(tokenHash: Uint8Array, caseId: CaseId, endsMs: number): Promise<void> {
      await db
        .insertInto("tokens")
        .values({ token_hash: tokenHash, case_id: caseId, ends_ms: endsMs })
        .execute()
    },

    /** The case that a live token stands for. */
    async findCase(tokenHash: Uint8Array, nowMs: number): Promise<CaseRow | undefined> {
      return db
        .selectFrom("tokens")
        .innerJoin("cases", "cases.case_id", "tokens.case_id")
        .selectAll("cases")
        .where("token_hash", "=", tokenHash)
        .where("ends_ms", ">", nowMs)
        .executeTakeFirst()
    },

    async remove(tokenHash: Uint8Array): Promise<void> {
      await db.deleteFrom("tokens").where("token_hash", "=", tokenHash).execute()
    },

    /** Marks a challenge as used. @returns false if it was used before. */
    async spend(challengeHash: Uint8Array, endsMs: number): Promise<boolean> {
      const done = await db
        .insertInto("spent_challenges")
        .values({ challenge_hash: challengeHash, ends_ms: endsMs })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    async sweep(nowMs: number): Promise<void> {
      await db.deleteFrom("tokens").where("ends_ms", "<=", nowMs).execute()
      await db.deleteFrom("spent_challenges").where("ends_ms", "<=", nowMs).execute()
    },
  }
}
