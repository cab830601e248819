import type { CaseId, Day, UploadId } from "@shn/domain"
import { sql } from "kysely"
import type { Connection } from "../engine.ts"
import type { UploadRow } from "../schema.ts"

/** One stored part: its number and SHA-256 of its sealed bytes. */
export type StoredPart = { readonly n: number; readonly digest: Uint8Array }

/** Queries on `uploads`, `upload_parts` and `upload_allowances`. */
export function uploadQueries({ db, engine }: Connection) {
  return {
    async find(uploadId: UploadId): Promise<UploadRow | undefined> {
      return db.selectFrom("uploads").selectAll().where("upload_id", "=", uploadId).executeTakeFirst()
    },

    /** Reads an upload and keeps every other writer of it waiting until the transaction ends. */
    async lock(uploadId: UploadId): Promise<UploadRow | undefined> {
      const query = db.selectFrom("uploads").selectAll().where("upload_id", "=", uploadId)
      return (engine === "postgres" ? query.forUpdate() : query).executeTakeFirst()
    },

    /** @returns false if the id is taken. */
    async insert(row: UploadRow): Promise<boolean> {
      const done = await db
        .insertInto("uploads")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    async setState(uploadId: UploadId, state: UploadRow["state"]): Promise<void> {
      await db.updateTable("uploads").set({ state }).where("upload_id", "=", uploadId).execute()
    },

    /** A device has come back to an upload. */
    async touch(uploadId: UploadId, day: Day): Promise<void> {
      await db.updateTable("uploads").set({ day }).where("upload_id", "=", uploadId).execute()
    },

    /** Uploads of a case whose parts may still be stored. */
    async ofCase(caseId: CaseId): Promise<readonly UploadRow[]> {
      return db.selectFrom("uploads").selectAll().where("case_id", "=", caseId).execute()
    },

    /** Uploads that nobody came back to since before `day`, at most `limit` of them. */
    async unfinishedSince(day: Day, limit: number): Promise<readonly UploadRow[]> {
      return db
        .selectFrom("uploads")
        .selectAll()
        .where("state", "=", "open")
        .where("day", "<", day)
        .orderBy("day")
        .limit(limit)
        .execute()
    },

    /** Chunks that the files of a case take, and how many of these files are unfinished. */
    async usage(caseId: CaseId): Promise<{ readonly chunks: number; readonly open: number }> {
      const row = await db
        .selectFrom("uploads")
        .select([
          sql<number>`cast(coalesce(sum(chunks), 0) as bigint)`.as("chunks"),
          sql<number>`cast(coalesce(sum(case when state = 'open' then 1 else 0 end), 0) as bigint)`.as(
            "open",
          ),
        ])
        .where("case_id", "=", caseId)
        .where("state", "in", ["open", "finished"])
        .executeTakeFirst()
      return row ?? { chunks: 0, open: 0 }
    },

    /** @returns false if the part is already there, with whatever digest. */
    async insertPart(uploadId: UploadId, n: number, digest: Uint8Array): Promise<boolean> {
      const done = await db
        .insertInto("upload_parts")
        .values({ upload_id: uploadId, n, digest })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    /** The digest of one part, if it is stored. */
    async part(uploadId: UploadId, n: number): Promise<Uint8Array | undefined> {
      const row = await db
        .selectFrom("upload_parts")
        .select("digest")
        .where("upload_id", "=", uploadId)
        .where("n", "=", n)
        .executeTakeFirst()
      return row?.digest
    },

    async parts(uploadId: UploadId): Promise<readonly StoredPart[]> {
      return db
        .selectFrom("upload_parts")
        .select(["n", "digest"])
        .where("upload_id", "=", uploadId)
        .orderBy("n")
        .execute()
    },

    async removeParts(uploadId: UploadId): Promise<void> {
      await db.deleteFrom("upload_parts").where("upload_id", "=", uploadId).execute()
    },

    /** Deletes the last row of an upload whose parts are gone. */
    async remove(uploadId: UploadId): Promise<void> {
      await db
        .deleteFrom("uploads")
        .where("upload_id", "=", uploadId)
        .where("state", "=", "emptied")
        .execute()
    },

    /** What a case may store beyond the usual, in bytes. */
    async bought(caseId: CaseId): Promise<number> {
      const row = await db
        .selectFrom("upload_allowances")
        .select("bought_bytes")
        .where("case_id", "=", caseId)
        .executeTakeFirst()
      return row?.bought_bytes ?? 0
    },

    async buy(caseId: CaseId, bytes: number): Promise<void> {
      await db
        .insertInto("upload_allowances")
        .values({ case_id: caseId, bought_bytes: bytes })
        .onConflict((conflict) =>
          conflict
            .column("case_id")
            .doUpdateSet({ bought_bytes: sql`upload_allowances.bought_bytes + ${bytes}` }),
        )
        .execute()
    },
  }
}
