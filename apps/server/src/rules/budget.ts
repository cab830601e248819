import { type CaseId, type Day, err, ok, type Result } from "@shn/domain"
import type { Solution } from "../auth/work.ts"
import type { Budget } from "../store/queries/budgets.ts"
import type { Queries } from "../store/store.ts"

/** What every case may do in a day. Behind one address there may be thousands of people, so it is never per address. */
export const DAILY_BUDGET: Budget = { proposals: 10, envelopes: 200 }

/** A message takes one of its allowance for each of these begun: six megabytes a day, as many messages as anybody writes. */
const UNIT_BYTES = 32 * 1024
/** Left for the roster: whoever has sent all they may can still take a reader off. */
const KEPT_FOR_ROSTER = 20

/** What messages of these lengths take. */
export function envelopeUnits(envelopes: readonly { readonly bytes: Uint8Array }[]): number {
  return envelopes.reduce((sum, { bytes }) => sum + Math.ceil(bytes.length / UNIT_BYTES), 0)
}

/** Takes the units of one message, but not the last few. */
export function takeForMessage(
  tx: Queries,
  caseId: CaseId,
  today: Day,
  envelope: { readonly bytes: Uint8Array },
  solution: Solution | null,
): Promise<Result<"taken", "budget_used" | "work_expired">> {
  const amount = { units: envelopeUnits([envelope]), keep: KEPT_FOR_ROSTER }
  return takeBudget(tx, caseId, today, "envelopes_left", solution, amount)
}

/** Takes from the day's allowance; a solved puzzle adds another day's worth first. @param amount one, if left out */
export async function takeBudget(
  tx: Queries,
  caseId: CaseId,
  today: Day,
  column: "proposals_left" | "envelopes_left",
  solution: Solution | null,
  { units, keep }: { readonly units: number; readonly keep: number } = { units: 1, keep: 0 },
): Promise<Result<"taken", "budget_used" | "work_expired">> {
  if (solution !== null) {
    if (!(await tx.tokens.spend(solution.hash, solution.endsMs))) return err("work_expired")
    await tx.budgets.add(caseId, today, DAILY_BUDGET)
  }
  return (await tx.budgets.take(caseId, today, column, DAILY_BUDGET, units, keep))
    ? ok("taken")
    : err("budget_used")
}
