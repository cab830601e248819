import { dayOf, err, ok } from "@shn/domain"
import type { DESK_ROUTES } from "@shn/wire"
import { appendEnvelopes, checkedEnvelope, placeForEnvelope } from "../../../rules/envelope.ts"
import { placeOnRoster } from "../../../rules/place-on-roster.ts"
import type { Handler } from "../../handler.ts"

export const addEnvelope: Handler<typeof DESK_ROUTES.addEnvelope> = async (
  { envelope },
  { deps, caller },
) => {
  const { keyId } = caller.member
  const checked = checkedEnvelope(envelope, envelope.caseId, keyId)
  if (!checked.ok) return checked
  return deps.store.transaction(async (tx) => {
    const row = await tx.cases.lock(envelope.caseId)
    const allowed = await placeOnRoster(tx, envelope.caseId, keyId)
    if (!allowed.ok) return allowed
    if (row === undefined) return err("not_on_roster")
    const place = await placeForEnvelope(tx, row, checked.value)
    if (!place.ok) return place
    if (place.value === "new") await appendEnvelopes(tx, row, [checked.value], dayOf(deps.clock()))
    return ok({})
  })
}
