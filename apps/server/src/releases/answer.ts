import { dayOf, err, ok, type Result } from "@shn/domain"
import { equalBytes, fromBase64url } from "@shn/primitives/encode"
import { padmeLength } from "@shn/primitives/pad"
import { AGE_BYTES, type AgencyAnswerRequest, ANSWER_SEAL_BYTES, type ReleaseState, type v } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { OfficerCaller } from "../http/handler.ts"
import { floorTo } from "../rules/grain.ts"
import type { ReleaseAnswerRow } from "../store/release-rows.ts"
import { ACT_MS } from "./inbox.ts"
import { releaseActs, releaseState } from "./state.ts"
import { factsOf } from "./stored.ts"

/** More has nobody to say about one package; it keeps a lost key from filling the disk. */
const MAX_ANSWERS = 500

type Refusal =
  | "not_found"
  | "size_not_allowed"
  | "conflict"
  | "answers_moved"
  | "not_taken_back"
  | "budget_used"
  | "bad_request"

/**
 * Takes in an agency's answer. The server cannot read it; it keeps who sent it and when, and its place among the others. The same
 * answer again is the same place.
 */
export async function takeAnswer(
  deps: Deps,
  { agency, officer }: OfficerCaller,
  request: v.InferOutput<typeof AgencyAnswerRequest>,
): Promise<Result<{ state: ReleaseState; position: number }, Refusal>> {
  const bytes = fromBase64url(request.bytes)
  const copy = fromBase64url(request.copy)
  if (bytes === null || copy === null) return err("bad_request")
  if (!isPadded(bytes, ANSWER_SEAL_BYTES) || !isPadded(copy, AGE_BYTES)) return err("size_not_allowed")
  const { releaseId, answerId, after, stops } = request
  const nowMs = deps.clock()
  const today = dayOf(nowMs)
  return deps.store.transaction(
    async (tx): Promise<Result<{ state: ReleaseState; position: number }, Refusal>> => {
      const row = await tx.releases.lock(releaseId)
      const { packages, answers } = await tx.releases.parts(row === undefined ? [] : [releaseId])
      if (row?.agency_id !== agency.agencyId || packages.length === 0) return err("not_found")
      const facts = factsOf(row, packages.length)
      const fresh: ReleaseAnswerRow = {
        answer_id: answerId,
        release_id: releaseId,
        position: answers.length,
        key_id: officer.keyId,
        at_ms: floorTo(nowMs, ACT_MS),
        stops: stops ? 1 : 0,
        bytes,
        copy_bytes: copy,
      }
      const before = await tx.releases.answer(answerId)
      if (before !== undefined) {
        const state = releaseState(facts, today)
        return isSame(before, fresh) ? ok({ state, position: before.position }) : err("conflict")
      }
      const acts = releaseActs(facts, today)
      // Who never took the package has nothing to answer to; they would only be guessing at what is in it.
      if (!acts.answer) return err("not_found")
      if (stops && !acts.answerStop) return err("not_taken_back")
      if (after !== answers.length) return err("answers_moved")
      if (answers.length >= MAX_ANSWERS) return err("budget_used")
      await tx.releases.insertAnswer(fresh)
      if (stops) await tx.releases.set(releaseId, { stop_answered: 1 })
      const stopAnswered = facts.stopAnswered || stops
      return ok({ state: releaseState({ ...facts, stopAnswered }, today), position: fresh.position })
    },
  )
}

function isPadded(sealed: Uint8Array, sealBytes: number): boolean {
  const padded = sealed.length - sealBytes
  return padded > 0 && padmeLength(padded) === padded
}

function isSame(one: ReleaseAnswerRow, other: ReleaseAnswerRow): boolean {
  return (
    one.release_id === other.release_id &&
    one.key_id === other.key_id &&
    one.stops === other.stops &&
    equalBytes(one.bytes, other.bytes) &&
    equalBytes(one.copy_bytes, other.copy_bytes)
  )
}
