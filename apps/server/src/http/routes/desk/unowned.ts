import { dayOf, daysBetween, err, ok } from "@shn/domain"
import type { DESK_ROUTES, UnownedNeed } from "@shn/wire"
import { isCoordinator } from "../../../rules/coordinator.ts"
import { facetsOf, laneOf } from "../../../rules/offers.ts"
import type { OfferRow } from "../../../store/schema.ts"
import type { Handler } from "../../handler.ts"

/** Only cases that name me: a coordinator whom the person left out does not learn that the case exists. */
export const unowned: Handler<typeof DESK_ROUTES.unowned> = async (_, { deps, caller }) => {
  if (!isCoordinator(caller.member)) return err("not_allowed")
  const nowMs = deps.clock()
  const needs: UnownedNeed[] = []
  for (const need of await deps.store.needs.unownedFor(caller.member.keyId)) {
    if (need.phase === "accepted") continue
    const facets = facetsOf(need)
    const made = await deps.store.offers.ofNeed(need.need_id)
    needs.push({
      caseId: need.case_id,
      needId: need.need_id,
      discipline: need.discipline,
      lane: laneOf(need),
      state: need.phase,
      facets: facets === null ? null : { ...facets, languages: [...facets.languages] },
      bindingRule: need.binding_rule,
      waitingDays: Math.max(0, daysBetween(need.submitted_day, dayOf(nowMs))),
      offers: made.map(offerLine),
    })
  }
  return ok({ needs, serverTime: new Date(nowMs).toISOString() })
}

function offerLine(offer: OfferRow) {
  return {
    keyId: offer.key_id,
    state: offer.state,
    deadline: offer.deadline_ms === null ? null : new Date(offer.deadline_ms).toISOString(),
    reason: offer.reason,
  }
}
