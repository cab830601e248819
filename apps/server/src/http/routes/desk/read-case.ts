import { dayOf, err, ok } from "@shn/domain"
import type { DESK_ROUTES } from "@shn/wire"
import { caseView } from "../../../rules/case-view.ts"
import { placeOnRoster } from "../../../rules/place-on-roster.ts"
import type { Handler } from "../../handler.ts"

/** The line in the access log is written before anything is handed out. */
export const readCase: Handler<typeof DESK_ROUTES.readCase> = async ({ caseId }, { deps, caller }) => {
  const { keyId } = caller.member
  return deps.store.transaction(async (tx) => {
    const place = await placeOnRoster(tx, caseId, keyId)
    if (!place.ok) return place
    const row = await tx.cases.find(caseId)
    if (row === undefined) return err("not_on_roster")
    await tx.access.log(caseId, keyId, "read", dayOf(deps.clock()))
    return ok(await caseView(tx, row, keyId))
  })
}
