import { assign, dayOf, err, ok } from "@shn/domain"
import type { DESK_ROUTES } from "@shn/wire"
import { coordinatedNeed } from "../../../rules/coordinator.ts"
import { facetsOf } from "../../../rules/offers.ts"
import { assignmentInput, poolSnapshot } from "../../../rules/pool.ts"
import type { Handler } from "../../handler.ts"

export const candidates: Handler<typeof DESK_ROUTES.candidates> = async (request, { deps, caller }) => {
  const need = await coordinatedNeed(deps.store, request.needId, caller.member)
  if (!need.ok) return need
  const facets = facetsOf(need.value) ?? request.facets ?? null
  if (facets === null) return err("bad_request")
  const nowMs = deps.clock()
  const organisation = deps.organisation()
  const pool = await poolSnapshot(deps.store, organisation, dayOf(nowMs))
  const decision = assign(assignmentInput(facets, pool, organisation, nowMs, []))
  const work = new Map(pool.map(({ keyId, load, cap }) => [keyId, { load, cap }] as const))
  const none = { load: 0, cap: 0 }
  return ok({
    policyVersion: decision.policyVersion,
    candidates: [
      ...decision.ranked.map(({ keyId, score, reasons }) => ({
        keyId,
        score,
        reasons: [...reasons],
        failedRules: [],
        ...(work.get(keyId) ?? none),
      })),
      ...decision.removed.map(({ keyId, failedRules }) => ({
        keyId,
        score: null,
        reasons: [],
        failedRules: [...failedRules],
        ...(work.get(keyId) ?? none),
      })),
    ],
  })
}
