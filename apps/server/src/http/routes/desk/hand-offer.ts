import { dayOf, err } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { DESK_ROUTES } from "@shn/wire"
import { coordinatedNeed } from "../../../rules/coordinator.ts"
import { checkedEnvelope } from "../../../rules/envelope.ts"
import { checkedHandOffer, storeHandOffer } from "../../../rules/hand-offer.ts"
import type { Handler } from "../../handler.ts"

export const handOffer: Handler<typeof DESK_ROUTES.handOffer> = async (request, { deps, caller }) => {
  const need = await coordinatedNeed(deps.store, request.needId, caller.member)
  if (!need.ok) return need
  const { caseId } = request.change
  const signPk = fromBase64url(caller.member.signPk)
  if (signPk === null || need.value.case_id !== caseId) return err("bad_request")
  const envelope = checkedEnvelope(request.envelope, caseId, caller.member.keyId)
  if (!envelope.ok) return err("bad_request")
  const checked = checkedHandOffer(request, signPk)
  if (!checked.ok) return checked
  const today = dayOf(deps.clock())
  return deps.store.transaction((tx) =>
    storeHandOffer(tx, { ...checked.value, envelope: envelope.value, today }, caller.member, deps),
  )
}
