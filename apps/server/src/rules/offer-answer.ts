import { err, ok, type Result } from "@shn/domain"
import { equalBytes, fromBase64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { type Dsse, type OfferAnswer, OfferAnswerField, PAYLOAD_TYPES, v } from "@shn/wire"
import { statementOf } from "../auth/statement.ts"
import type { Deps } from "../deps.ts"
import type { Queries } from "../store/store.ts"
import { moveOffers } from "./offers.ts"
import { serviceTime } from "./pool.ts"
import { storedEntry } from "./roster-statement.ts"

/** An expert's answer whose signature holds. */
export type CheckedAnswer = {
  readonly statement: OfferAnswer
  readonly hash: Uint8Array
  readonly dsse: Dsse
}

/** @param signPk 32 bytes, of the one who is signed in */
export function checkedAnswer(dsse: Dsse, signPk: Uint8Array): CheckedAnswer | null {
  const payload = statementOf(dsse, PAYLOAD_TYPES.offerAnswer, signPk)
  const parsed = v.safeParse(OfferAnswerField, payload?.json)
  if (payload === null || !parsed.success) return null
  const { answer, reason } = parsed.output
  if ((answer === "accept") !== (reason === "")) return null
  return { statement: parsed.output, hash: sha256(payload.bytes), dsse }
}

export type AnswerError = "offer_gone" | "already_taken" | "answer_refused"

/** Takes the answer: of two who accept at once the first has it. Saying the same twice changes nothing. */
export async function storeAnswer(
  tx: Queries,
  { statement, hash, dsse }: CheckedAnswer,
  deps: Deps,
): Promise<Result<"accepted" | "declined", AnswerError>> {
  const row = await tx.cases.lock(statement.caseId)
  const offer = await tx.offers.find(statement.offerId)
  if (row === undefined || offer === undefined) return err("offer_gone")
  const isSameOffer =
    offer.case_id === statement.caseId && offer.need_id === statement.need && offer.key_id === statement.keyId
  if (!isSameOffer) return err("answer_refused")
  if (statement.answer === "accept" && offer.state === "accepted") return ok("accepted")
  if (statement.answer === "decline" && offer.state === "declined") return ok("declined")

  const need = await tx.needs.find(statement.need)
  if (need === undefined) return err("offer_gone")
  if (offer.state !== "open") {
    return err(need.phase === "accepted" && statement.answer === "accept" ? "already_taken" : "offer_gone")
  }
  if (!(await namesTheProposal(tx, statement))) return err("answer_refused")
  const time = {
    nowMs: deps.clock(),
    service: serviceTime(deps.organisation()),
    random: deps.random,
  }
  const { keyId, reason } = statement
  const moved =
    reason === ""
      ? await moveOffers(tx, need, { kind: "accept", keyId }, time)
      : await moveOffers(tx, need, { kind: "decline", keyId, reason }, time)
  if (!moved.ok) return err(moved.error === "already_taken" ? "already_taken" : "offer_gone")
  await tx.offers.insertAnswer({
    offer_id: offer.offer_id,
    case_id: offer.case_id,
    answer_hash: hash,
    dsse: JSON.stringify(dsse),
  })
  return ok(statement.answer === "accept" ? "accepted" : "declined")
}

// The entry must propose this expert for this need, and they must stand there ever since: only then do the devices
// count the answer. A yes to something else would be given the key while the person still reads "not yet".
async function namesTheProposal(
  tx: Queries,
  { caseId, keyId, need, rosterHash }: OfferAnswer,
): Promise<boolean> {
  const named = fromBase64url(rosterHash)
  if (named === null) return false
  for (const row of (await tx.roster.entries(caseId)).toReversed()) {
    const { members } = storedEntry(row)
    if (!members.some((member) => member.keyId === keyId && member.need === need)) return false
    if (equalBytes(row.entry_hash, named)) return true
  }
  return false
}
