import { isTakenBackBy, readRevocation } from "@shn/consent/release"
import { dayOf, err, ok, type Result } from "@shn/domain"
import { dssePayload } from "@shn/primitives/dsse-verify"
import { equalBytes } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import type { SignedStatement } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { CaseCaller } from "../http/handler.ts"
import { takeBudget } from "../rules/budget.ts"
import type { Queries } from "../store/store.ts"
import { releaseIn } from "./stored.ts"
import { withdrawPackage } from "./withdraw.ts"

/**
 * Takes a consent back. Every release of it is locked in the same write, its packages are deleted, and the statement is kept: a
 * release of the same consent that comes later is refused. Repeating it changes nothing.
 */
export async function revokeConsent(
  deps: Deps,
  caller: CaseCaller,
  statement: SignedStatement,
): Promise<Result<{ revoked: string[] }, "release_refused" | "budget_used">> {
  const caseId = caller.row.case_id
  const revocation = readRevocation(statement, caller.row.sign_pk)
  const payload = dssePayload(statement)
  if (revocation === null || payload === null || revocation.caseId !== caseId) return err("release_refused")
  const hash = sha256(payload.bytes)
  return deps.store.transaction(async (tx) => {
    await tx.cases.lock(caseId)
    const before = await tx.releases.revocations(caseId)
    if (!before.some(({ statement_hash }) => equalBytes(statement_hash, hash))) {
      const taken = await takeBudget(tx, caseId, dayOf(deps.clock()), "envelopes_left", null)
      if (!taken.ok) return err("budget_used")
      const row = { case_id: caseId, statement_hash: hash, position: before.length }
      await tx.releases.insertRevocation({ ...row, dsse: JSON.stringify(statement) })
    }
    const revoked: string[] = []
    for (const row of await tx.releases.ofCase(caseId)) {
      const release = releaseIn(row)
      if (!isTakenBackBy(revocation, release.consentDigest, release.seq)) continue
      revoked.push(release.releaseId)
      if (row.revoked === 0) await lockRelease(tx, row.release_id, deps.clock())
    }
    return ok({ revoked })
  })
}

async function lockRelease(tx: Queries, releaseId: string, nowMs: number): Promise<void> {
  // Waits for an officer who is taking a part at this moment: whatever they got is then on the log.
  await tx.releases.lock(releaseId)
  await tx.releases.set(releaseId, { revoked: 1 })
  const { packages } = await tx.releases.parts([releaseId])
  for (const each of packages) await withdrawPackage(tx, each, nowMs)
}
