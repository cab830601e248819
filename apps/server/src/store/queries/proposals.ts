import type { CaseId, ProposalId } from "@shn/domain"
import type { Connection } from "../engine.ts"
import type { ProposalRow } from "../schema.ts"

/** Queries on `proposals`. */
export function proposalQueries({ db }: Connection) {
  return {
    async insert(row: ProposalRow): Promise<void> {
      await db.insertInto("proposals").values(row).execute()
    },

    async find(proposalId: ProposalId, caseId: CaseId): Promise<ProposalRow | undefined> {
      return db
        .selectFrom("proposals")
        .selectAll()
        .where("proposal_id", "=", proposalId)
        .where("case_id", "=", caseId)
        .executeTakeFirst()
    },

    /** Deletes all proposals of a case: at submission the facets move to the needs. */
    async removeAll(caseId: CaseId): Promise<void> {
      await db.deleteFrom("proposals").where("case_id", "=", caseId).execute()
    },

    async sweep(nowMs: number): Promise<void> {
      await db.deleteFrom("proposals").where("ends_ms", "<=", nowMs).execute()
    },
  }
}
