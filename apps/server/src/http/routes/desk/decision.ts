import { err, ok } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { DESK_ROUTES } from "@shn/wire"
import { coordinatedNeed } from "../../../rules/coordinator.ts"
import type { Handler } from "../../handler.ts"

export const decision: Handler<typeof DESK_ROUTES.decision> = async ({ needId }, { deps, caller }) => {
  const need = await coordinatedNeed(deps.store, needId, caller.member)
  if (!need.ok) return need
  const row = await deps.store.decisions.find(needId)
  if (row === undefined) return err("not_found")
  const copy = await deps.store.decisions.copy(needId, caller.member.keyId)
  return ok({
    policyVersion: row.policy_version,
    inputHash: base64url(row.input_hash),
    winner: row.winner,
    sealed: copy === undefined ? null : base64url(copy),
  })
}
