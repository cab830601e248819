import { dayOf, err, ok } from "@shn/domain"
import type { REPORTER_ROUTES } from "@shn/wire"
import { checkedWork } from "../../../auth/work.ts"
import { takeBudget } from "../../../rules/budget.ts"
import { newProposal } from "../../../rules/proposal.ts"
import type { Handler } from "../../handler.ts"

export const propose: Handler<typeof REPORTER_ROUTES.propose> = async (request, { deps, caller }) => {
  const caseId = caller.row.case_id
  const needIds = new Set(request.needs.map(({ needId }) => needId))
  if (needIds.size !== request.needs.length) return err("bad_request")
  const work = request.work === null ? null : checkedWork(deps, "budget", request.work)
  if (work !== null && !work.ok) return work
  const solution = work?.value ?? null
  const today = dayOf(deps.clock())
  const taken = await deps.store.transaction((tx) =>
    takeBudget(tx, caseId, today, "proposals_left", solution),
  )
  if (!taken.ok) return taken
  const { answer, row } = await newProposal(request, caseId, deps)
  await deps.store.proposals.insert(row)
  return ok(answer)
}
