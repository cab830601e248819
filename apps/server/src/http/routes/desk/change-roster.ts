import { err, ok } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { DESK_ROUTES } from "@shn/wire"
import { coordinatorPlace } from "../../../rules/coordinator.ts"
import { checkedChange, storeChange } from "../../../rules/roster-change.ts"
import type { Handler } from "../../handler.ts"

export const changeRoster: Handler<typeof DESK_ROUTES.changeRoster> = async (request, { deps, caller }) => {
  const signPk = fromBase64url(caller.member.signPk)
  if (signPk === null) return err("roster_refused")
  const checked = checkedChange(request, "coordinator", signPk)
  return deps.store.transaction(async (tx) => {
    const row = await tx.cases.lock(request.caseId)
    const place = await coordinatorPlace(tx, request.caseId, caller.member)
    if (!place.ok) return place
    if (!checked.ok) return checked
    if (row === undefined) return err("not_on_roster")
    const stored = await storeChange(tx, row, checked.value, deps)
    return stored.ok ? ok({}) : stored
  })
}
