import { type CaseId, type Day, err, ok, type Result } from "@shn/domain"
import type { Solution } from "../auth/work.ts"
import type { Budget } from "../store/queries/budgets.ts"
import type { Queries } from "../store/store.ts"

/** What every case may do in a day. Behind one address there may be thousands of people, so it is never per address. */
export const DAILY_BUDGET: Budget = { proposals: 10, envelopes: 200 }

/** Takes one from the day's allowance; a solved puzzle adds another day's worth first. */
export async function takeBudget(
  tx: Queries,
  caseId: CaseId,
  today: Day,
  column: "proposals_left" | "envelopes_left",
  solution: Solution | null,
): Promise<Result<"taken", "budget_used" | "work_expired">> {
  if (solution !== null) {
    if (!(await tx.tokens.spend(solution.hash, solution.endsMs))) return err("work_expired")
    await tx.budgets.add(caseId, today, DAILY_BUDGET)
  }
  return (await tx.budgets.take(caseId, today, column, DAILY_BUDGET)) ? ok("taken") : err("budget_used")
}
