import { readRelease } from "@shn/consent/release"
import { dayOf, err, ok, type Result } from "@shn/domain"
import { dssePayload } from "@shn/primitives/dsse-verify"
import { equalBytes } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import type { ReleaseState, SignedStatement } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { CaseCaller } from "../http/handler.ts"
import { takeBudget } from "../rules/budget.ts"
import { type ReleaseProblem, releaseProblems } from "./check.ts"
import { releaseState } from "./state.ts"
import { factsOf } from "./stored.ts"

/**
 * Takes in a release. Its first day may be tomorrow: that is the time to think. The same release again is the same answer;
 * another statement under its number of release is a conflict.
 */
export async function submitRelease(
  deps: Deps,
  caller: CaseCaller,
  statement: SignedStatement,
): Promise<
  Result<{ state: ReleaseState }, Exclude<ReleaseProblem, "release_not_yet"> | "budget_used" | "bad_request">
> {
  const caseId = caller.row.case_id
  const release = readRelease(statement)
  const payload = dssePayload(statement)
  if (release === null || payload === null) return err("release_refused")
  const today = dayOf(deps.clock())
  return deps.store.transaction(async (tx) => {
    const row = await tx.cases.lock(caseId)
    if (row?.state !== "submitted") return err("bad_request")
    const hash = sha256(payload.bytes)
    const stored = await tx.releases.find(release.releaseId)
    if (stored?.case_id === caseId) {
      if (!equalBytes(stored.statement_hash, hash)) return err("conflict")
      const { packages } = await tx.releases.parts([stored.release_id])
      return ok({ state: releaseState(factsOf(stored, packages.length), today) })
    }
    const problems = await releaseProblems(tx, row, statement, release, {
      organisation: deps.organisation(),
      today,
    })
    for (const problem of problems) if (problem !== "release_not_yet") return err(problem)
    if (stored !== undefined) return err("conflict")
    const taken = await takeBudget(tx, caseId, today, "envelopes_left", null)
    if (!taken.ok) return err("budget_used")
    const fresh = {
      release_id: release.releaseId,
      case_id: caseId,
      agency_id: release.agencyId,
      seq: release.seq,
      exp_day: release.expDay,
      day: today,
      statement_hash: hash,
      dsse: JSON.stringify(statement),
      fetched: 0,
      revoked: 0,
      stop_answered: 0,
    }
    await tx.releases.insert(fresh)
    return ok({ state: releaseState(factsOf(fresh, 0), today) })
  })
}
