import type { CaseId, Day, KeyId } from "@shn/domain"
import type { CaseWrap } from "@shn/wire"
import type { Connection } from "../engine.ts"
import type { RosterEntryRow, RosterMemberRow } from "../schema.ts"

/** A key of an epoch as stored. */
export type StoredWrap = Omit<CaseWrap, "bytes"> & { readonly bytes: Uint8Array }

/** Queries on `roster_entries`, `roster_members`, `case_wraps` and `epoch_links`. */
export function rosterQueries({ db }: Connection) {
  return {
    /** @returns false if an entry of this number is already there. */
    async insertEntry(row: RosterEntryRow): Promise<boolean> {
      const done = await db
        .insertInto("roster_entries")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    async entry(caseId: CaseId, seq: number): Promise<RosterEntryRow | undefined> {
      return db
        .selectFrom("roster_entries")
        .selectAll()
        .where("case_id", "=", caseId)
        .where("seq", "=", seq)
        .executeTakeFirst()
    },

    async entries(caseId: CaseId): Promise<readonly RosterEntryRow[]> {
      return db
        .selectFrom("roster_entries")
        .selectAll()
        .where("case_id", "=", caseId)
        .orderBy("seq")
        .execute()
    },

    async member(caseId: CaseId, keyId: KeyId): Promise<RosterMemberRow | undefined> {
      return db
        .selectFrom("roster_members")
        .selectAll()
        .where("case_id", "=", caseId)
        .where("key_id", "=", keyId)
        .executeTakeFirst()
    },

    async members(caseId: CaseId): Promise<readonly RosterMemberRow[]> {
      return db.selectFrom("roster_members").selectAll().where("case_id", "=", caseId).execute()
    },

    /** The cases that one key may read. */
    async casesOf(keyId: KeyId): Promise<readonly RosterMemberRow[]> {
      return db
        .selectFrom("roster_members")
        .selectAll()
        .where("key_id", "=", keyId)
        .where("state", "=", "member")
        .execute()
    },

    /** Puts `rows` in the place of all members of the case. */
    async replaceMembers(caseId: CaseId, rows: readonly RosterMemberRow[]): Promise<void> {
      await db.deleteFrom("roster_members").where("case_id", "=", caseId).execute()
      await db.insertInto("roster_members").values(rows).execute()
    },

    async insertMembers(rows: readonly RosterMemberRow[]): Promise<void> {
      await db.insertInto("roster_members").values(rows).execute()
    },

    async makeMember(caseId: CaseId, keyId: KeyId, since: Day): Promise<void> {
      await db
        .updateTable("roster_members")
        .set({ state: "member", since_day: since })
        .where("case_id", "=", caseId)
        .where("key_id", "=", keyId)
        .execute()
    },

    /** A proposal came to nothing: the expert's place and their unread key go. */
    async dropProposed(caseId: CaseId, keyId: KeyId): Promise<void> {
      const done = await db
        .deleteFrom("roster_members")
        .where("case_id", "=", caseId)
        .where("key_id", "=", keyId)
        .where("state", "=", "proposed")
        .executeTakeFirst()
      if (done.numDeletedRows === 0n) return
      await db.deleteFrom("case_wraps").where("case_id", "=", caseId).where("key_id", "=", keyId).execute()
    },

    async insertWraps(caseId: CaseId, wraps: readonly StoredWrap[]): Promise<void> {
      if (wraps.length === 0) return
      await db
        .insertInto("case_wraps")
        .values(wraps.map(({ keyId, epoch, bytes }) => ({ case_id: caseId, key_id: keyId, epoch, bytes })))
        .onConflict((conflict) =>
          conflict
            .columns(["case_id", "epoch", "key_id"])
            .doUpdateSet((row) => ({ bytes: row.ref("excluded.bytes") })),
        )
        .execute()
    },

    async wrapsOf(caseId: CaseId, keyId: KeyId): Promise<readonly StoredWrap[]> {
      const rows = await db
        .selectFrom("case_wraps")
        .selectAll()
        .where("case_id", "=", caseId)
        .where("key_id", "=", keyId)
        .orderBy("epoch")
        .execute()
      return rows.map((row) => ({ keyId: row.key_id, epoch: row.epoch, bytes: row.bytes }))
    },

    /** Deletes the keys of everyone but `keep`, of all epochs. */
    async removeWrapsExcept(caseId: CaseId, keep: readonly KeyId[]): Promise<void> {
      await db
        .deleteFrom("case_wraps")
        .where("case_id", "=", caseId)
        .where("key_id", "not in", keep)
        .execute()
    },

    async insertLink(caseId: CaseId, epoch: number, bytes: Uint8Array): Promise<void> {
      await db.insertInto("epoch_links").values({ case_id: caseId, epoch, bytes }).execute()
    },

    async links(caseId: CaseId) {
      return db
        .selectFrom("epoch_links")
        .select(["epoch", "bytes"])
        .where("case_id", "=", caseId)
        .orderBy("epoch")
        .execute()
    },
  }
}
