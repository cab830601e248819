import type { KeyId, NeedId } from "@shn/domain"
import type { Connection } from "../engine.ts"
import type { DecisionRow } from "../schema.ts"

/** Queries on `decisions` and `decision_copies`. */
export function decisionQueries({ db }: Connection) {
  return {
    async insert(
      row: DecisionRow,
      copies: readonly { readonly keyId: KeyId; readonly bytes: Uint8Array }[],
    ): Promise<void> {
      await db.insertInto("decisions").values(row).execute()
      if (copies.length === 0) return
      await db
        .insertInto("decision_copies")
        .values(copies.map(({ keyId, bytes }) => ({ need_id: row.need_id, key_id: keyId, bytes })))
        .execute()
    },

    async find(needId: NeedId): Promise<DecisionRow | undefined> {
      return db.selectFrom("decisions").selectAll().where("need_id", "=", needId).executeTakeFirst()
    },

    async copy(needId: NeedId, keyId: KeyId): Promise<Uint8Array | undefined> {
      const row = await db
        .selectFrom("decision_copies")
        .select("bytes")
        .where("need_id", "=", needId)
        .where("key_id", "=", keyId)
        .executeTakeFirst()
      return row?.bytes
    },
  }
}
