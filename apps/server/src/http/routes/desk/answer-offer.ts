import { assertNever, err, ok } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { DESK_ROUTES } from "@shn/wire"
import { checkedAnswer, storeAnswer } from "../../../rules/offer-answer.ts"
import type { Handler } from "../../handler.ts"

export const answerOffer: Handler<typeof DESK_ROUTES.answerOffer> = async (request, { deps, caller }) => {
  const signPk = fromBase64url(caller.member.signPk)
  const answer = signPk && checkedAnswer(request.answer, signPk)
  if (answer === null) return err("answer_refused")
  const isMine =
    answer.statement.keyId === caller.member.keyId && answer.statement.offerId === request.offerId
  if (!isMine) return err("answer_refused")
  const stored = await deps.store.transaction((tx) => storeAnswer(tx, answer, deps))
  if (stored.ok) return ok({ state: stored.value })
  switch (stored.error) {
    case "already_taken":
    case "answer_refused":
    case "offer_gone":
      return stored
    default:
      return assertNever(stored.error)
  }
}
