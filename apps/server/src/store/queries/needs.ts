import type { CaseId, Day, KeyId, NeedId } from "@shn/domain"
import { sql } from "kysely"
import type { Connection } from "../engine.ts"
import type { NeedRow } from "../schema.ts"

/** Open work of one expert, as the router counts it. */
export type LoadRow = {
  readonly keyId: KeyId
  readonly load: number
  readonly openCases: number
  readonly newCases: number
}

/** Queries on `needs` and `preview_wraps`. */
export function needQueries({ db }: Connection) {
  return {
    async find(needId: NeedId): Promise<NeedRow | undefined> {
      return db.selectFrom("needs").selectAll().where("need_id", "=", needId).executeTakeFirst()
    },

    /** Whether any of these ids is in use. */
    async areAnyTaken(needIds: readonly NeedId[]): Promise<boolean> {
      const row = await db
        .selectFrom("needs")
        .select("need_id")
        .where("need_id", "in", needIds)
        .executeTakeFirst()
      return row !== undefined
    },

    async insert(row: NeedRow): Promise<void> {
      await db.insertInto("needs").values(row).execute()
    },

    async ofCases(caseIds: readonly CaseId[]): Promise<readonly NeedRow[]> {
      if (caseIds.length === 0) return []
      return db.selectFrom("needs").selectAll().where("case_id", "in", caseIds).orderBy("need_id").execute()
    },

    /** Needs without an owner, of the cases whose roster names `keyId`, longest waiting first. */
    async unownedFor(keyId: KeyId): Promise<readonly NeedRow[]> {
      return db
        .selectFrom("needs")
        .selectAll("needs")
        .where("phase", "<>", "accepted")
        .where("needs.case_id", "in", (sub) =>
          sub
            .selectFrom("roster_members")
            .select("roster_members.case_id")
            .where("key_id", "=", keyId)
            .where("state", "=", "member"),
        )
        .orderBy("submitted_day")
        .orderBy("need_id")
        .execute()
    },

    async setPhase(needId: NeedId, phase: "offered" | "held"): Promise<void> {
      await db.updateTable("needs").set({ phase }).where("need_id", "=", needId).execute()
    },

    /** The holder left: coordinators decide. What the router was told is gone and must be told anew. */
    async handBack(needId: NeedId): Promise<void> {
      await db
        .updateTable("needs")
        .set({ phase: "held", holder: null, accepted_day: null })
        .where("need_id", "=", needId)
        .execute()
    },

    async setFacets(needId: NeedId, facets: string): Promise<void> {
      await db.updateTable("needs").set({ facets }).where("need_id", "=", needId).execute()
    },

    async setPicks(needId: NeedId, picks: readonly KeyId[]): Promise<void> {
      await db
        .updateTable("needs")
        .set({ picks: JSON.stringify(picks) })
        .where("need_id", "=", needId)
        .execute()
    },

    /** The need has an owner: everything the router was told goes. */
    async accept(needId: NeedId, holder: KeyId, day: Day): Promise<void> {
      await db
        .updateTable("needs")
        .set({
          phase: "accepted",
          holder,
          accepted_day: day,
          facets: null,
          picks: "[]",
          binding_rule: null,
        })
        .where("need_id", "=", needId)
        .execute()
      await db.deleteFrom("preview_wraps").where("need_id", "=", needId).execute()
    },

    /** @param newSince cases accepted on this day or later count as new */
    async loads(newSince: Day): Promise<readonly LoadRow[]> {
      const rows = await db
        .selectFrom("needs")
        .select((on) => [
          "holder",
          sql<number | string>`sum(weight)`.as("load"),
          on.fn.countAll<number | string>().as("open_cases"),
          sql<number | string>`sum(case when accepted_day >= ${newSince} then 1 else 0 end)`.as("new_cases"),
        ])
        .where("holder", "is not", null)
        .groupBy("holder")
        .execute()
      return rows.flatMap((row) =>
        row.holder === null
          ? []
          : [
              {
                keyId: row.holder,
                load: Number(row.load),
                openCases: Number(row.open_cases),
                newCases: Number(row.new_cases),
              },
            ],
      )
    },

    async insertPreviewWraps(
      needId: NeedId,
      wraps: readonly { readonly keyId: KeyId; readonly bytes: Uint8Array }[],
    ): Promise<void> {
      if (wraps.length === 0) return
      await db
        .insertInto("preview_wraps")
        .values(wraps.map(({ keyId, bytes }) => ({ need_id: needId, key_id: keyId, bytes })))
        .onConflict((conflict) =>
          conflict
            .columns(["need_id", "key_id"])
            .doUpdateSet((row) => ({ bytes: row.ref("excluded.bytes") })),
        )
        .execute()
    },

    async previewWrap(needId: NeedId, keyId: KeyId): Promise<Uint8Array | undefined> {
      const row = await db
        .selectFrom("preview_wraps")
        .select("bytes")
        .where("need_id", "=", needId)
        .where("key_id", "=", keyId)
        .executeTakeFirst()
      return row?.bytes
    },

    async removePreviewWrap(needId: NeedId, keyId: KeyId): Promise<void> {
      await db.deleteFrom("preview_wraps").where("need_id", "=", needId).where("key_id", "=", keyId).execute()
    },
  }
}
