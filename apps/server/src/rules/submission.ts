import { dayOf, err, type KeyId, ok, POLICY, type Result } from "@shn/domain"
import { equalBytes, fromBase64url, utf8 } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import type { SubmitRequest } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { CaseRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"
import { envelopeUnits, takeBudget } from "./budget.ts"
import type { KeptDecision } from "./decision.ts"
import { type CheckedEnvelope, checkedEnvelope, envelopeRows } from "./envelope.ts"
import { type FirstEntry, firstEntry } from "./first-entry.ts"
import { moveOffers } from "./offers.ts"
import { serviceTime } from "./pool.ts"
import { type ProposedNeed, proposedNeeds } from "./proposal.ts"
import { isAllowedLength } from "./sizes.ts"

/** A submission of which everything that needs no lock has been checked. */
export type CheckedSubmission = {
  readonly request: SubmitRequest
  /** SHA-256 of the body: the same body again is answered the same way. */
  readonly hash: Uint8Array
  readonly first: FirstEntry
  readonly envelopes: readonly CheckedEnvelope[]
  readonly previews: readonly Uint8Array[]
}

export type SubmissionError =
  | "bad_request"
  | "conflict"
  | "size_not_allowed"
  | "roster_refused"
  | "proposal_expired"
  | "proposal_mismatch"

/** Names a submission, so that a repeat is recognised before anything else is looked at. */
export function submissionHash(request: SubmitRequest): Uint8Array {
  // The parser has put the fields into one order, so equal bodies give equal text.
  return sha256(utf8(JSON.stringify(request)))
}

/** Checks signatures, keys, lengths and ids. */
export function checkedSubmission(
  request: SubmitRequest,
  row: CaseRow,
  deps: Deps,
): Result<CheckedSubmission, SubmissionError> {
  if (request.caseId !== row.case_id) return err("bad_request")
  const needIds = new Set(request.needs.map(({ needId }) => needId))
  const msgIds = new Set(request.envelopes.map(({ msgId }) => msgId))
  if (needIds.size !== request.needs.length || msgIds.size !== request.envelopes.length) {
    return err("bad_request")
  }
  const envelopes: CheckedEnvelope[] = []
  for (const envelope of request.envelopes) {
    const checked = checkedEnvelope(envelope, row.case_id, row.key_id)
    if (!checked.ok) return checked
    if (checked.value.epoch !== 0) return err("bad_request")
    envelopes.push(checked.value)
  }
  const previews: Uint8Array[] = []
  for (const { preview } of request.needs) {
    const bytes = fromBase64url(preview)
    if (bytes === null) return err("bad_request")
    if (!isAllowedLength(bytes)) return err("size_not_allowed")
    previews.push(bytes)
  }
  const first = firstEntry(request, row, deps.organisation(), dayOf(deps.clock()))
  if (!first.ok) return first
  return ok({ request, hash: submissionHash(request), first: first.value, envelopes, previews })
}

/** Stores the whole case, or finds it stored already. Runs inside one transaction. */
export async function storeSubmission(
  tx: Queries,
  submission: CheckedSubmission,
  deps: Deps,
): Promise<Result<"stored", SubmissionError>> {
  const { request } = submission
  const row = await tx.cases.lock(request.caseId)
  if (row === undefined || row.state === "expired") return err("bad_request")
  if (row.submit_hash !== null) {
    return equalBytes(row.submit_hash, submission.hash) ? ok("stored") : err("conflict")
  }
  if (await isTaken(tx, request)) return err("conflict")
  const proposed = await proposedNeeds(tx, request, deps.clock())
  if (!proposed.ok) return proposed

  const nowMs = deps.clock()
  const today = dayOf(nowMs)
  await tx.cases.markSubmitted(row.case_id, today, submission.hash, submission.envelopes.length)
  await tx.jobs.cancel("expire_case", row.case_id)
  await tx.proposals.removeAll(row.case_id)
  // The first thing a case sends, and never more than a day's worth: there is nothing to refuse.
  const spent = envelopeUnits(submission.envelopes)
  await takeBudget(tx, row.case_id, today, "envelopes_left", null, { units: spent, keep: 0 })
  await storeRoster(tx, submission, today)
  await tx.envelopes.insert(envelopeRows(row, submission.envelopes, today))
  await storeNeeds(tx, submission, proposed.value, deps)
  return ok("stored")
}

async function isTaken(tx: Queries, request: SubmitRequest): Promise<boolean> {
  return (
    (await tx.needs.areAnyTaken(request.needs.map(({ needId }) => needId))) ||
    (await tx.envelopes.areAnyTaken(request.envelopes.map(({ msgId }) => msgId)))
  )
}

async function storeRoster(
  tx: Queries,
  { first, request }: CheckedSubmission,
  today: ReturnType<typeof dayOf>,
): Promise<void> {
  const { caseId } = request
  await tx.roster.insertEntry({
    case_id: caseId,
    seq: 0,
    epoch: 0,
    entry_hash: first.hash,
    dsse: JSON.stringify(first.dsse),
  })
  await tx.roster.insertMembers(
    first.entry.members.map((member) => ({
      case_id: caseId,
      key_id: member.keyId,
      need_id: member.need,
      role: member.role,
      discipline: member.discipline,
      state: member.state,
      since_day: today,
    })),
  )
  await tx.roster.insertWraps(caseId, first.wraps)
}

async function storeNeeds(
  tx: Queries,
  { request, previews, first }: CheckedSubmission,
  proposed: readonly (ProposedNeed | null)[],
  deps: Deps,
): Promise<void> {
  const nowMs = deps.clock()
  const time = { nowMs, service: serviceTime(deps.organisation()), random: deps.random }
  for (const [at, { needId, facets, picks }] of request.needs.entries()) {
    const decision = proposed[at]?.decision ?? null
    const row = {
      need_id: needId,
      case_id: request.caseId,
      discipline: facets.discipline,
      phase: picks.length === 0 ? "held" : "offered",
      facets: JSON.stringify(facets),
      picks: JSON.stringify(picks),
      binding_rule: decision?.bindingRule ?? null,
      preview: previews[at] ?? new Uint8Array(0),
      weight: POLICY.laneWeights[facets.lane],
      holder: null,
      accepted_day: null,
      submitted_day: dayOf(nowMs),
    } as const
    await tx.needs.insert(row)
    await tx.needs.insertPreviewWraps(
      needId,
      first.previewWraps.filter((wrap) => wrap.needId === needId),
    )
    if (decision !== null) {
      // The router could not know whom the person would leave out: their copies are not kept.
      const named = new Set(first.entry.members.map(({ keyId }) => keyId))
      const copies = decision.copies.filter(({ keyId }) => named.has(keyId))
      await storeDecision(tx, needId, { ...decision, copies })
    }
    await moveOffers(tx, row, { kind: "begin" }, time)
  }
}

async function storeDecision(
  tx: Queries,
  needId: SubmitRequest["needs"][number]["needId"],
  decision: KeptDecision,
): Promise<void> {
  const inputHash = fromBase64url(decision.inputHash)
  if (inputHash === null) throw new Error("a kept decision is damaged")
  const copies = decision.copies.flatMap((copy): { keyId: KeyId; bytes: Uint8Array }[] => {
    const bytes = fromBase64url(copy.bytes)
    return bytes === null ? [] : [{ keyId: copy.keyId, bytes }]
  })
  await tx.decisions.insert(
    {
      need_id: needId,
      policy_version: decision.policyVersion,
      input_hash: inputHash,
      winner: decision.winner,
    },
    copies,
  )
}
