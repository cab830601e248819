import { type CaseId, type Day, err, type KeyId, ok, type Result } from "@shn/domain"
import { equalBytes, fromBase64url } from "@shn/primitives/encode"
import type { Envelope } from "@shn/wire"
import type { CaseRow, EnvelopeRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"
import { isAllowedLength } from "./sizes.ts"

/** A sealed message whose outside is in order; its inside is nobody's business here. */
export type CheckedEnvelope = Omit<Envelope, "bytes"> & { readonly bytes: Uint8Array }

/** Checks everything about an envelope that needs no stored data. @param author who is sending it */
export function checkedEnvelope(
  envelope: Envelope,
  caseId: CaseId,
  author: KeyId,
): Result<CheckedEnvelope, "bad_request" | "size_not_allowed"> {
  const bytes = fromBase64url(envelope.bytes)
  if (bytes === null || envelope.caseId !== caseId || envelope.authorKeyId !== author) {
    return err("bad_request")
  }
  return isAllowedLength(bytes) ? ok({ ...envelope, bytes }) : err("size_not_allowed")
}

/** What to do with an envelope, given what is stored. The same one again is no error and no second message. */
export async function placeForEnvelope(
  tx: Queries,
  row: CaseRow,
  envelope: CheckedEnvelope,
): Promise<Result<"new" | "stored", "conflict" | "epoch_moved">> {
  const stored = await tx.envelopes.find(envelope.msgId)
  if (stored !== undefined) return isSame(stored, envelope) ? ok("stored") : err("conflict")
  return envelope.epoch === row.epoch ? ok("new") : err("epoch_moved")
}

/** Stores envelopes behind those the case has. The case is locked. */
export async function appendEnvelopes(
  tx: Queries,
  row: CaseRow,
  envelopes: readonly CheckedEnvelope[],
  day: Day,
): Promise<void> {
  await tx.envelopes.insert(envelopeRows(row, envelopes, day))
  await tx.cases.setEnvelopeCount(row.case_id, row.envelope_count + envelopes.length)
}

/** Rows in order of arrival. */
export function envelopeRows(
  row: CaseRow,
  envelopes: readonly CheckedEnvelope[],
  day: Day,
): readonly EnvelopeRow[] {
  return envelopes.map((envelope, index) => ({
    msg_id: envelope.msgId,
    case_id: row.case_id,
    position: row.envelope_count + index,
    epoch: envelope.epoch,
    author_key_id: envelope.authorKeyId,
    bytes: envelope.bytes,
    received_day: day,
  }))
}

function isSame(stored: EnvelopeRow, envelope: CheckedEnvelope): boolean {
  return (
    stored.case_id === envelope.caseId &&
    stored.epoch === envelope.epoch &&
    stored.author_key_id === envelope.authorKeyId &&
    equalBytes(stored.bytes, envelope.bytes)
  )
}
