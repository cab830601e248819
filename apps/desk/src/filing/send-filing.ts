import { type CaseId, type FilingRecord, ok, type Result } from "@shn/domain"
import { foldHandOffs, type OpenedCase } from "@shn/sealed"
import type { Desk } from "../app/desk-context.tsx"
import { failureSentence } from "../app/sentences.ts"
import { type SayFailure, sayInOrder } from "../complaint/say-in-order.ts"

/** Writes into the case that a complaint was filed by hand. Saying it again says it once. */
export function sendFiling(
  desk: Desk,
  caseId: CaseId,
  draftId: string,
  record: FilingRecord,
): Promise<Result<unknown, SayFailure>> {
  const me = desk.session.keys.keyId
  return sayInOrder(desk, caseId, (opened) =>
    ok(isThere(opened, me, draftId, record) ? [] : [{ kind: "filing", body: { draftId, record } }]),
  )
}

/** The sentence for each reason why it could not be written down. */
export function filingSentence({ text }: Desk, failure: SayFailure): string {
  switch (failure) {
    case "closed":
      return text.filing.failed.closed
    case "not-a-member":
    case "not_on_roster":
      return text.filing.failed.notMember
    case "epoch_moved":
      return text.filing.failed.moved
    case "too-long":
      return failureSentence(text, "too_large")
    default:
      return failureSentence(text, failure)
  }
}

// Its answer may have been lost on the way: the same record by the same member is the same news.
function isThere(opened: OpenedCase, me: string, draftId: string, record: FilingRecord): boolean {
  const said = JSON.stringify(record)
  return foldHandOffs(opened.conversation.messages).filings.some(
    ({ author, body }) => author === me && body.draftId === draftId && JSON.stringify(body.record) === said,
  )
}
