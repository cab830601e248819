import type { CaseId, Day, Handle, KeyId, MessageId, NeedId, OfferId, UploadId } from "@shn/domain"
import type { CaseRow, EnvelopeRow, NeedRow, OfferRow, UploadRow } from "../schema.ts"

/** Rows for tests: valid in form, empty of meaning, told apart by a number. */

export const TODAY = "2026-11-23" as Day
export const TOMORROW = "2026-11-24" as Day

export function keyId(n: number): KeyId {
  return `${String(n).padStart(21, "0")}A` as KeyId
}

export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
}

export function bytes(length: number, fill = 7): Uint8Array {
  return new Uint8Array(length).fill(fill)
}

export function caseRow(n: number, part: Partial<CaseRow> = {}): CaseRow {
  return {
    case_id: `${String(n).padStart(21, "c")}A` as CaseId,
    handle: `${String(n).padStart(21, "h")}A` as Handle,
    auth_pk: bytes(32, n),
    sign_pk: bytes(32, n),
    kem_pk: bytes(1216, n),
    key_id: keyId(1000 + n),
    state: "opened",
    opened_day: TODAY,
    ends_day: TOMORROW,
    submitted_day: null,
    submit_hash: null,
    epoch: 0,
    roster_seq: -1,
    envelope_count: 0,
    ...part,
  }
}

export function needRow(n: number, owner: CaseRow, part: Partial<NeedRow> = {}): NeedRow {
  return {
    need_id: uuid(n) as NeedId,
    case_id: owner.case_id,
    discipline: "psych",
    phase: "held",
    facets: "{}",
    picks: "[]",
    binding_rule: null,
    preview: bytes(1052),
    weight: 2,
    holder: null,
    accepted_day: null,
    submitted_day: TODAY,
    ...part,
  }
}

export function offerRow(n: number, need: NeedRow, part: Partial<OfferRow> = {}): OfferRow {
  return {
    offer_id: uuid(n) as OfferId,
    need_id: need.need_id,
    case_id: need.case_id,
    key_id: keyId(n),
    position: n,
    state: "open",
    step: "wait",
    reason: "",
    opened_ms: 1_000,
    deadline_ms: 2_000,
    closed_day: null,
    ...part,
  }
}

export function envelopeRow(n: number, owner: CaseRow, position: number): EnvelopeRow {
  return {
    msg_id: uuid(n) as MessageId,
    case_id: owner.case_id,
    position,
    epoch: 0,
    author_key_id: owner.key_id,
    bytes: bytes(1052),
    received_day: TODAY,
  }
}

export function uploadRow(n: number, owner: CaseRow, part: Partial<UploadRow> = {}): UploadRow {
  return {
    upload_id: uuid(n) as UploadId,
    case_id: owner.case_id,
    opened_by: owner.key_id,
    chunks: 40,
    day: TODAY,
    state: "open",
    ...part,
  }
}
