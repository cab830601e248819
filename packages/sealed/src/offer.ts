import { type Day, type DeclineReason, err, type OfferId, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { Dsse, OfferAnswer, OfferView } from "@shn/wire"
import type { VerifiedDirectory } from "./directory.ts"
import { signAnswer } from "./offer-answer.ts"
import type { Roster } from "./roster.ts"
import { foldRoster } from "./roster-fold.ts"
import type { MemberKeys } from "./staff-keys.ts"

/**
 * Step 4a: an expert's signed yes or no to an offer. It names the newest roster entry that proposes the expert, so
 * that it cannot be used for another list of readers.
 * @param reason "" when accepting
 * @returns "not-proposed" when the checked roster does not propose this key for this need
 */
export function answerOffer(input: {
  readonly offer: OfferView
  readonly keys: MemberKeys
  readonly directory: VerifiedDirectory
  readonly answer: "accept" | "decline"
  readonly reason: DeclineReason | ""
  readonly today: Day
}): Result<{ readonly offerId: OfferId; readonly answer: Dsse }, "not-proposed"> {
  const { offer, keys } = input
  const folded = foldOfferRoster(offer, input.directory)
  if (folded === null) return err("not-proposed")
  const proposal = folded.entries.findLast((accepted) =>
    accepted.entry.members.some(
      (member) => member.keyId === keys.keyId && member.need === offer.needId && member.state === "proposed",
    ),
  )
  if (proposal === undefined || proposal !== folded.head) return err("not-proposed")
  const statement: OfferAnswer = {
    v: 1,
    caseId: offer.caseId,
    need: offer.needId,
    offerId: offer.offerId,
    keyId: keys.keyId,
    rosterHash: proposal.hash,
    answer: input.answer,
    reason: input.answer === "accept" ? "" : input.reason,
    day: input.today,
  }
  return ok({ offerId: offer.offerId, answer: signAnswer(statement, keys.sign) })
}

/** The roster an offer came with; null when it does not fold. */
export function foldOfferRoster(offer: OfferView, directory: VerifiedDirectory): Roster | null {
  const signPk = fromBase64url(offer.signPk)
  const kemPk = fromBase64url(offer.kemPk)
  if (signPk?.length !== 32 || kemPk?.length !== 1216) return null
  const caseKeys = { caseId: offer.caseId, signPk, kemPk }
  const folded = foldRoster({ caseKeys, entries: offer.roster, answers: offer.answers, directory })
  return folded.ok ? folded.value.roster : null
}
