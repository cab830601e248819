import type { CaseId, Day, UploadId } from "@shn/domain"
import type { Connection } from "../engine.ts"
import type {
  ReleaseAnswerRow,
  ReleasePackageRow,
  ReleaseRow,
  ReleaseViewRow,
  RevocationRow,
} from "../release-rows.ts"

/** A release as it lies in an agency's inbox. */
export type InboxRow = ReleaseRow & {
  readonly packages: number
  readonly first_day: Day
  readonly answers: number
}

/** What belongs to some releases, in the order in which it came. */
export type ReleaseParts = {
  readonly packages: readonly ReleasePackageRow[]
  readonly answers: readonly ReleaseAnswerRow[]
  readonly views: readonly ReleaseViewRow[]
}

/** Queries on `releases`, `revocations` and what hangs on a release. */
export function releaseQueries({ db, engine }: Connection) {
  return {
    async find(releaseId: string): Promise<ReleaseRow | undefined> {
      return db.selectFrom("releases").selectAll().where("release_id", "=", releaseId).executeTakeFirst()
    },

    /** Reads a release and keeps every other writer of it waiting until the transaction ends. */
    async lock(releaseId: string): Promise<ReleaseRow | undefined> {
      const query = db.selectFrom("releases").selectAll().where("release_id", "=", releaseId)
      return (engine === "postgres" ? query.forUpdate() : query).executeTakeFirst()
    },

    async ofCase(caseId: CaseId): Promise<readonly ReleaseRow[]> {
      return db
        .selectFrom("releases")
        .selectAll()
        .where("case_id", "=", caseId)
        .orderBy("seq")
        .orderBy("release_id")
        .execute()
    },

    /** Releases of which a package was handed to this agency, with how often, since when, and how much was answered. */
    async ofAgency(agencyId: string): Promise<readonly InboxRow[]> {
      const rows = await db
        .selectFrom("releases")
        .innerJoin("release_packages", "release_packages.release_id", "releases.release_id")
        .selectAll("releases")
        .select(({ fn }) => [
          fn.count<number>("release_packages.use_no").as("packages"),
          fn.min<Day>("release_packages.day").as("first_day"),
        ])
        .where("releases.agency_id", "=", agencyId)
        .groupBy("releases.release_id")
        .execute()
      const answers = await db
        .selectFrom("release_answers")
        .innerJoin("releases", "releases.release_id", "release_answers.release_id")
        .select(({ fn }) => ["releases.release_id", fn.count<number>("answer_id").as("answers")])
        .where("releases.agency_id", "=", agencyId)
        .groupBy("releases.release_id")
        .execute()
      const counts = new Map(answers.map((row) => [row.release_id, Number(row.answers)]))
      return rows.map((row) => ({
        ...row,
        packages: Number(row.packages),
        answers: counts.get(row.release_id) ?? 0,
      }))
    },

    async insert(row: ReleaseRow): Promise<void> {
      await db.insertInto("releases").values(row).execute()
    },

    async set(
      releaseId: string,
      flags: Partial<Pick<ReleaseRow, "fetched" | "revoked" | "stop_answered">>,
    ): Promise<void> {
      await db.updateTable("releases").set(flags).where("release_id", "=", releaseId).execute()
    },

    async revocations(caseId: CaseId): Promise<readonly RevocationRow[]> {
      return db
        .selectFrom("revocations")
        .selectAll()
        .where("case_id", "=", caseId)
        .orderBy("position")
        .execute()
    },

    async insertRevocation(row: RevocationRow): Promise<void> {
      await db.insertInto("revocations").values(row).execute()
    },

    /** @returns undefined when no release holds this upload as its package */
    async packageOf(uploadId: UploadId): Promise<ReleasePackageRow | undefined> {
      return db
        .selectFrom("release_packages")
        .selectAll()
        .where("upload_id", "=", uploadId)
        .executeTakeFirst()
    },

    async insertPackage(row: ReleasePackageRow): Promise<void> {
      await db.insertInto("release_packages").values(row).execute()
    },

    /** Packages that can still be fetched although their last day has passed, a few at a time. */
    async packagesOver(today: Day, atMost: number): Promise<readonly ReleasePackageRow[]> {
      return db
        .selectFrom("release_packages")
        .innerJoin("releases", "releases.release_id", "release_packages.release_id")
        .selectAll("release_packages")
        .where("releases.exp_day", "<", today)
        .where("release_packages.cover", "is not", null)
        .limit(atMost)
        .execute()
    },

    /** Without its cover a package opens for nobody. */
    async removeCover(uploadId: UploadId): Promise<void> {
      await db
        .updateTable("release_packages")
        .set({ cover: null })
        .where("upload_id", "=", uploadId)
        .execute()
    },

    async answer(answerId: string): Promise<ReleaseAnswerRow | undefined> {
      return db.selectFrom("release_answers").selectAll().where("answer_id", "=", answerId).executeTakeFirst()
    },

    async insertAnswer(row: ReleaseAnswerRow): Promise<void> {
      await db.insertInto("release_answers").values(row).execute()
    },

    /** Writes down a view; the same in the same minute is one line. */
    async logView(row: ReleaseViewRow): Promise<void> {
      await db
        .insertInto("release_views")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    async parts(releaseIds: readonly string[]): Promise<ReleaseParts> {
      if (releaseIds.length === 0) return { packages: [], answers: [], views: [] }
      const packages = await db
        .selectFrom("release_packages")
        .selectAll()
        .where("release_id", "in", releaseIds)
        .orderBy("release_id")
        .orderBy("use_no")
        .execute()
      const answers = await db
        .selectFrom("release_answers")
        .selectAll()
        .where("release_id", "in", releaseIds)
        .orderBy("release_id")
        .orderBy("position")
        .execute()
      const views = await db
        .selectFrom("release_views")
        .selectAll()
        .where("release_id", "in", releaseIds)
        .orderBy("at_ms")
        .orderBy("key_id")
        .orderBy("act")
        .execute()
      return { packages, answers, views }
    },
  }
}
