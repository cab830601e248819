import { err, ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
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
    return stored.ok ? ok({}) : stored
  })
}
