import {
  type AgencyAnswer,
  type AgencyStatement,
  answerOf,
  sealAnswer,
  signAnswerOfAgency,
} from "@shn/consent"
import { err, ok, type Result } from "@shn/domain"
import { sealCopy } from "@shn/evidence"
import { base64url } from "@shn/primitives/encode"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import type { MemberKeys } from "@shn/sealed"
import type { AgencyAnswerRequest, v } from "@shn/wire"
import { saysStop } from "./draft.ts"

/** What an answer is about, and where it goes. */
export type AnswerTarget = {
  readonly agencyId: string
  /** Today's key of the agency's inbox, for its own copy. */
  readonly recipient: string
  readonly releaseId: string
  readonly consentDigest: string
  /** The consent's reply key, base64url. */
  readonly reply: string
  /** How many answers our computer had when I looked. */
  readonly after: number
  /** The newest answer that holds. */
  readonly earlier: AgencyStatement | null
}

/** A signed and sealed answer. Sent again as it is, it is the same answer and no second one. */
export type SealedAnswer = {
  readonly statement: AgencyStatement
  readonly request: v.InferInput<typeof AgencyAnswerRequest>
}

/**
 * Signs an answer with the officer's key and seals it twice: for the person and the people who help them, and for the agency itself.
 * @returns "not-in-form" when a part is too long or holds letters that nobody can see
 */
export async function sealedAnswer(
  answer: AgencyAnswer,
  target: AnswerTarget,
  me: { readonly keys: MemberKeys; readonly nowMs: number; readonly random: Random },
): Promise<Result<SealedAnswer, "not-in-form">> {
  const { agencyId, releaseId, consentDigest, reply, recipient, earlier, after } = target
  const statement = answerOf({
    release: { agency: agencyId, releaseId, consent: consentDigest },
    earlier,
    by: me.keys.keyId,
    nowMs: me.nowMs,
    answer,
  })
  if (statement === null) return err("not-in-form")
  const envelope = signAnswerOfAgency(statement, me.keys.sign)
  return ok({
    statement,
    request: {
      releaseId,
      answerId: randomUuidV4(me.random),
      after,
      stops: saysStop(answer.kind),
      bytes: base64url(await sealAnswer(envelope, { reply, releaseId }, me.random)),
      copy: base64url(await sealCopy(JSON.stringify(envelope), recipient)),
    },
  })
}
