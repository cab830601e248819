import { err, type KeyId, type NeedId, ok, type Result, type RoutingFacets } from "@shn/domain"
import type { OpenedCase } from "@shn/sealed"
import { type ApiFailure, DESK_ROUTES, type UnownedNeed } from "@shn/wire"
import type { Desk } from "../app/desk-context.tsx"
import { type CaseOnDesk, readCase } from "../session/open-case.ts"
import { type CandidateLine, candidateLines } from "./candidates.ts"
import { type DecisionProblem, type DecisionRecord, readDecisionRecord } from "./decision-record.ts"

/** A need that a coordinator decides by hand. */
export type NeedOnDesk =
  | { readonly kind: "taken" }
  | { readonly kind: "closed"; readonly why: Extract<CaseOnDesk, { kind: "closed" }>["why"] }
  /** The server has deleted what was asked for, and no sealed copy of it is mine. */
  | { readonly kind: "no_facets"; readonly need: UnownedNeed }
  | {
      readonly kind: "open"
      readonly need: UnownedNeed
      readonly opened: OpenedCase
      readonly candidates: readonly CandidateLine[]
      /** What was asked for, when only the sealed copy still knows it; else undefined. */
      readonly facets: RoutingFacets | undefined
    }

export type DecisionOnDesk =
  | { readonly kind: "open"; readonly record: DecisionRecord }
  | { readonly kind: "closed"; readonly why: DecisionProblem }

/** Everything for the screen of one need: the need itself, the open case, and everybody who could be asked. */
export async function readNeed(
  desk: Desk,
  caseId: UnownedNeed["caseId"],
  needId: NeedId,
): Promise<Result<NeedOnDesk, ApiFailure>> {
  const { call, session } = desk
  const board = await call(DESK_ROUTES.unowned, {})
  if (!board.ok) return board
  const need = board.value.needs.find((one) => one.needId === needId && one.caseId === caseId)
  if (need === undefined) return ok({ kind: "taken" })
  const found = await readCase(desk, caseId)
  if (!found.ok) return found
  if (found.value.kind === "closed") return ok({ kind: "closed", why: found.value.why })
  const { opened } = found.value
  const facets = need.facets === null ? await sealedFacets(desk, needId) : undefined
  if (facets === null) return ok({ kind: "no_facets", need })
  const answer = await call(DESK_ROUTES.candidates, {
    needId,
    ...(facets === undefined ? {} : { facets: { ...facets, languages: [...facets.languages] } }),
  })
  if (!answer.ok) return answer.error === "not_found" ? ok({ kind: "taken" }) : err(answer.error)
  const me: KeyId = session.keys.keyId
  const candidates = candidateLines(answer.value.candidates, opened, session.trust, me, needId)
  return ok({ kind: "open", need, opened, candidates, facets })
}

/** The stored decision of the router for a need, opened and worked out again. */
export async function readDecision(
  { call, session }: Desk,
  needId: NeedId,
): Promise<Result<DecisionOnDesk, ApiFailure>> {
  const answer = await call(DESK_ROUTES.decision, { needId })
  if (!answer.ok) {
    return answer.error === "not_found" ? ok({ kind: "closed", why: "no-copy" }) : answer
  }
  const record = await readDecisionRecord(answer.value, needId, session.keys)
  return ok(record.ok ? { kind: "open", record: record.value } : { kind: "closed", why: record.error })
}

async function sealedFacets(desk: Desk, needId: NeedId): Promise<RoutingFacets | null> {
  const decision = await readDecision(desk, needId)
  return decision.ok && decision.value.kind === "open" ? decision.value.record.facets : null
}
