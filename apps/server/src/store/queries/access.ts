import type { CaseId, Day, KeyId } from "@shn/domain"
import type { AccessLine } from "@shn/wire"
import type { Connection } from "../engine.ts"

/** Queries on `access_log`: a line for each key, act and day. */
export function accessQueries({ db }: Connection) {
  return {
    async log(caseId: CaseId, keyId: KeyId, act: AccessLine["act"], day: Day): Promise<void> {
      await db
        .insertInto("access_log")
        .values({ case_id: caseId, key_id: keyId, act, day })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    async lines(caseId: CaseId): Promise<readonly AccessLine[]> {
      const rows = await db
        .selectFrom("access_log")
        .selectAll()
        .where("case_id", "=", caseId)
        .orderBy("day")
        .orderBy("key_id")
        .orderBy("act")
        .execute()
      return rows.map((row) => ({ keyId: row.key_id, act: row.act, day: row.day }))
    },
  }
}
