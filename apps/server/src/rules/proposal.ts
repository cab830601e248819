import { assign, dayOf, err, explain, type KeyId, ok, type ProposalId, type Result } from "@shn/domain"
import { randomUuidV4 } from "@shn/primitives/random"
import type { ProposalAnswer, ProposalRequest, SubmitRequest } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { ProposalRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"
import { type KeptDecision, keptDecision } from "./decision.ts"
import { ceilTo, FIVE_MINUTES_MS } from "./grain.ts"
import { assignmentInput, coordinatorsFor, poolSnapshot } from "./pool.ts"

/** PROTOCOL step 4a. Nothing is reserved: whoever accepts first has it. */
export const PROPOSAL_SECONDS = 30 * 60

/** One need of a proposal, as it waits for submission. */
export type ProposedNeed = {
  readonly needId: string
  /** JSON of the facets the decision was made from. */
  readonly facets: string
  readonly picks: readonly KeyId[]
  readonly decision: KeptDecision
}

/** Decides who could help with each need. An expert is proposed for one need only: a roster names a key once. */
export async function newProposal(
  request: ProposalRequest,
  caseId: ProposalRow["case_id"],
  deps: Deps,
): Promise<{ readonly answer: ProposalAnswer; readonly row: ProposalRow }> {
  const nowMs = deps.clock()
  const organisation = deps.organisation()
  const coordinators = coordinatorsFor(organisation, nowMs)
  const pool = await poolSnapshot(deps.store, organisation, dayOf(nowMs))
  const needs: ProposedNeed[] = []
  const answers: ProposalAnswer["needs"] = []
  for (const { needId, facets } of request.needs) {
    const taken = needs.flatMap(({ picks }) => picks)
    const input = assignmentInput(facets, pool, organisation, nowMs, taken)
    const decision = assign(input)
    const kept = await keptDecision(needId, input, decision, coordinators, organisation, deps.random)
    needs.push({ needId, facets: JSON.stringify(facets), picks: decision.picks, decision: kept })
    answers.push({
      needId,
      picks: explain(decision).person.picks.map(({ keyId, reasons }) => ({ keyId, reasons: [...reasons] })),
      bindingRule: decision.bindingRule,
    })
  }
  const proposalId = randomUuidV4(deps.random) as ProposalId
  return {
    answer: {
      proposalId,
      expiresInSeconds: PROPOSAL_SECONDS,
      needs: answers,
      coordinators: [...coordinators],
    },
    row: {
      proposal_id: proposalId,
      case_id: caseId,
      ends_ms: ceilTo(nowMs + PROPOSAL_SECONDS * 1000, FIVE_MINUTES_MS),
      body: JSON.stringify(needs),
    },
  }
}

/**
 * The proposal behind a submission, need by need. The picks may be fewer than proposed, since the person may leave
 * somebody out, but never others and never in another order. Without a proposal there are no picks: coordinators only.
 */
export async function proposedNeeds(
  tx: Queries,
  request: SubmitRequest,
  nowMs: number,
): Promise<Result<readonly (ProposedNeed | null)[], "proposal_expired" | "proposal_mismatch">> {
  if (request.proposalId === null) {
    return request.needs.every(({ picks }) => picks.length === 0)
      ? ok(request.needs.map(() => null))
      : err("proposal_mismatch")
  }
  const row = await tx.proposals.find(request.proposalId, request.caseId)
  if (row === undefined || row.ends_ms <= nowMs) return err("proposal_expired")
  const proposed = JSON.parse(row.body) as readonly ProposedNeed[]
  const found = request.needs.map(
    ({ needId, facets, picks }) =>
      proposed.find(
        (need) =>
          need.needId === needId &&
          need.facets === JSON.stringify(facets) &&
          need.picks.filter((keyId) => picks.includes(keyId)).join() === picks.join(),
      ) ?? null,
  )
  const isWhole = found.every((need) => need !== null) && proposed.length === request.needs.length
  return isWhole ? ok(found) : err("proposal_mismatch")
}
