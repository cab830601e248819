import { dayOf, err, ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
import { checkedWork } from "../../../auth/work.ts"
import { takeForMessage } from "../../../rules/budget.ts"
import { appendEnvelopes, checkedEnvelope, placeForEnvelope } from "../../../rules/envelope.ts"
import type { Handler } from "../../handler.ts"

export const addEnvelope: Handler<typeof REPORTER_ROUTES.addEnvelope> = async (request, { deps, caller }) => {
  const caseId = caller.row.case_id
  const checked = checkedEnvelope(request.envelope, caseId, caller.row.key_id)
  if (!checked.ok) return checked
  const work = request.work === undefined ? null : checkedWork(deps, "budget", request.work)
  if (work !== null && !work.ok) return work
  const solution = work?.value ?? null
  const today = dayOf(deps.clock())
  return deps.store.transaction(async (tx) => {
    const row = await tx.cases.lock(caseId)
    if (row?.state !== "submitted") return err("bad_request")
    const place = await placeForEnvelope(tx, row, checked.value)
    if (!place.ok) return place
    if (place.value === "stored") return ok({})
    const taken = await takeForMessage(tx, caseId, today, checked.value, solution)
    if (!taken.ok) return taken
    await appendEnvelopes(tx, row, [checked.value], today)
    return ok({})
  })
}
