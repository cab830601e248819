import { dayOf, err, ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
import { takeBudget } from "../../../rules/budget.ts"
import { checkedChange, storeChange } from "../../../rules/roster-change.ts"
import type { Handler } from "../../handler.ts"

export const changeRoster: Handler<typeof REPORTER_ROUTES.changeRoster> = async (
  request,
  { deps, caller },
) => {
  if (request.caseId !== caller.row.case_id) return err("bad_request")
  const checked = checkedChange(request, "reporter", caller.row.sign_pk)
  if (!checked.ok) return checked
  return deps.store.transaction(async (tx) => {
    const row = await tx.cases.lock(request.caseId)
    if (row?.state !== "submitted") return err("bad_request")
    const stored = await storeChange(tx, row, checked.value, deps)
    if (!stored.ok) return stored
    if (stored.value === "repeated") return ok({})
    const taken = await takeBudget(tx, request.caseId, dayOf(deps.clock()), "envelopes_left", null)
    // Without a puzzle there is none that could have expired.
    return taken.ok ? ok({}) : err("budget_used")
  })
}
