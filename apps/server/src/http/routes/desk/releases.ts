import { dayOf, err, ok } from "@shn/domain"
import type { DESK_ROUTES } from "@shn/wire"
import { handOver as handOverPackage } from "../../../releases/hand-over.ts"
import { releaseViews } from "../../../releases/view.ts"
import { placeOnRoster } from "../../../rules/place-on-roster.ts"
import type { Handler } from "../../handler.ts"

export const releases: Handler<typeof DESK_ROUTES.releases> = async ({ caseId }, { deps, caller }) => {
  const today = dayOf(deps.clock())
  return deps.store.transaction(async (tx) => {
    const place = await placeOnRoster(tx, caseId, caller.member.keyId)
    if (!place.ok) return place
    const row = await tx.cases.find(caseId)
    if (row === undefined) return err("not_on_roster")
    await tx.access.log(caseId, caller.member.keyId, "read", today)
    return ok(await releaseViews(tx, row, today))
  })
}

export const handOver: Handler<typeof DESK_ROUTES.handOver> = (request, { deps, caller }) =>
  handOverPackage(deps, caller, request)
