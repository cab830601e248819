import type { CaseId, MessageId } from "@shn/domain"
import type { Connection } from "../engine.ts"
import type { EnvelopeRow } from "../schema.ts"

/** Queries on `envelopes`. */
export function envelopeQueries({ db }: Connection) {
  return {
    async find(msgId: MessageId): Promise<EnvelopeRow | undefined> {
      return db.selectFrom("envelopes").selectAll().where("msg_id", "=", msgId).executeTakeFirst()
    },

    async insert(rows: readonly EnvelopeRow[]): Promise<void> {
      await db.insertInto("envelopes").values(rows).execute()
    },

    /** Whether any of these ids is in use. */
    async areAnyTaken(msgIds: readonly MessageId[]): Promise<boolean> {
      const row = await db
        .selectFrom("envelopes")
        .select("msg_id")
        .where("msg_id", "in", msgIds)
        .executeTakeFirst()
      return row !== undefined
    },

    /** All sealed messages of a case, in order of arrival. */
    async all(caseId: CaseId): Promise<readonly EnvelopeRow[]> {
      return db
        .selectFrom("envelopes")
        .selectAll()
        .where("case_id", "=", caseId)
        .orderBy("position")
        .execute()
    },

    /** Day and author of the newest message of each case. */
    async newest(caseIds: readonly CaseId[]) {
      if (caseIds.length === 0) return []
      return db
        .selectFrom("envelopes")
        .innerJoin("cases", (join) =>
          join
            .onRef("cases.case_id", "=", "envelopes.case_id")
            .on((on) => on("envelopes.position", "=", on("cases.envelope_count", "-", on.lit(1)))),
        )
        .select([
          "envelopes.case_id",
          "envelopes.author_key_id",
          "envelopes.received_day",
          "cases.envelope_count",
        ])
        .where("envelopes.case_id", "in", caseIds)
        .execute()
    },
  }
}
