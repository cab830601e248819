import type { CaseId, Day } from "@shn/domain"
import { sql } from "kysely"
import type { Connection } from "../engine.ts"

/** What a case may do in a day. */
export type Budget = { readonly proposals: number; readonly envelopes: number }
type Column = "proposals_left" | "envelopes_left"

/** Queries on `budgets`. */
export function budgetQueries({ db }: Connection) {
  async function ensure(caseId: CaseId, day: Day, fresh: Budget): Promise<void> {
    await db
      .insertInto("budgets")
      .values({
        case_id: caseId,
        day,
        proposals_left: fresh.proposals,
        envelopes_left: fresh.envelopes,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  return {
    /** Takes `units` from today's allowance. @returns false if fewer than `units` and `keep` together were left. */
    async take(
      caseId: CaseId,
      day: Day,
      column: Column,
      fresh: Budget,
      units = 1,
      keep = 0,
    ): Promise<boolean> {
      await ensure(caseId, day, fresh)
      const done = await db
        .updateTable("budgets")
        .set({ [column]: sql`${sql.ref(column)} - ${units}` })
        .where("case_id", "=", caseId)
        .where("day", "=", day)
        .where(column, ">=", units + keep)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    },

    /** Adds a whole day's allowance, bought by work. */
    async add(caseId: CaseId, day: Day, more: Budget): Promise<void> {
      await ensure(caseId, day, more)
      await db
        .updateTable("budgets")
        .set({
          proposals_left: sql`proposals_left + ${more.proposals}`,
          envelopes_left: sql`envelopes_left + ${more.envelopes}`,
        })
        .where("case_id", "=", caseId)
        .where("day", "=", day)
        .execute()
    },

    async sweep(today: Day): Promise<void> {
      await db.deleteFrom("budgets").where("day", "<", today).execute()
    },
  }
}
