import type {
  CaseId,
  Day,
  DeclineReason,
  Discipline,
  Handle,
  KeyId,
  MemberId,
  MessageId,
  NeedId,
  OfferId,
  OfferState,
  ProposalId,
  UploadId,
} from "@shn/domain"
import type { AccessLine, RosterRole } from "@shn/wire"
import type {
  ReleaseAnswerRow,
  ReleasePackageRow,
  ReleaseRow,
  ReleaseViewRow,
  RevocationRow,
} from "./release-rows.ts"

/** Rows as the newest migration leaves them; what each column means stands in migrations/. */
export type Schema = {
  readonly server_secrets: { readonly name: string; readonly value: Uint8Array }
  readonly cases: CaseRow
  readonly tokens: { readonly token_hash: Uint8Array; readonly case_id: CaseId; readonly ends_ms: number }
  readonly spent_challenges: { readonly challenge_hash: Uint8Array; readonly ends_ms: number }
  readonly budgets: {
    readonly case_id: CaseId
    readonly day: Day
    readonly proposals_left: number
    readonly envelopes_left: number
  }
  readonly proposals: ProposalRow
  readonly roster_entries: RosterEntryRow
  readonly roster_members: RosterMemberRow
  readonly case_wraps: {
    readonly case_id: CaseId
    readonly epoch: number
    readonly key_id: KeyId
    readonly bytes: Uint8Array
  }
  readonly epoch_links: { readonly case_id: CaseId; readonly epoch: number; readonly bytes: Uint8Array }
  readonly envelopes: EnvelopeRow
  readonly needs: NeedRow
  readonly preview_wraps: { readonly need_id: NeedId; readonly key_id: KeyId; readonly bytes: Uint8Array }
  readonly offers: OfferRow
  readonly offer_answers: OfferAnswerRow
  readonly decisions: DecisionRow
  readonly decision_copies: { readonly need_id: NeedId; readonly key_id: KeyId; readonly bytes: Uint8Array }
  readonly access_log: {
    readonly case_id: CaseId
    readonly key_id: KeyId
    readonly act: AccessLine["act"]
    readonly day: Day
  }
  readonly staff_sessions: StaffSessionRow
  readonly staff_tries: { readonly alias: string; readonly failures: number; readonly wait_until_ms: number }
  readonly staff_codes: { readonly member_id: MemberId; readonly last_step: number }
  readonly uploads: UploadRow
  readonly upload_parts: { readonly upload_id: UploadId; readonly n: number; readonly digest: Uint8Array }
  readonly upload_allowances: { readonly case_id: CaseId; readonly bought_bytes: number }
  readonly releases: ReleaseRow
  readonly revocations: RevocationRow
  readonly release_packages: ReleasePackageRow
  readonly release_answers: ReleaseAnswerRow
  readonly release_views: ReleaseViewRow
  readonly jobs: JobRow
}

export type CaseRow = {
  readonly case_id: CaseId
  readonly handle: Handle
  readonly auth_pk: Uint8Array
  readonly sign_pk: Uint8Array
  readonly kem_pk: Uint8Array
  readonly key_id: KeyId
  readonly state: "opened" | "submitted" | "expired"
  readonly opened_day: Day
  readonly ends_day: Day | null
  readonly submitted_day: Day | null
  readonly submit_hash: Uint8Array | null
  readonly epoch: number
  readonly roster_seq: number
  readonly envelope_count: number
}

export type ProposalRow = {
  readonly proposal_id: ProposalId
  readonly case_id: CaseId
  readonly ends_ms: number
  readonly body: string
}

export type RosterEntryRow = {
  readonly case_id: CaseId
  readonly seq: number
  readonly epoch: number
  readonly entry_hash: Uint8Array
  readonly dsse: string
}

export type RosterMemberRow = {
  readonly case_id: CaseId
  readonly key_id: KeyId
  readonly need_id: NeedId | ""
  readonly role: RosterRole
  readonly discipline: Discipline | ""
  readonly state: "proposed" | "member"
  readonly since_day: Day
}

export type EnvelopeRow = {
  readonly msg_id: MessageId
  readonly case_id: CaseId
  readonly position: number
  readonly epoch: number
  readonly author_key_id: KeyId
  readonly bytes: Uint8Array
  readonly received_day: Day
}

export type NeedRow = {
  readonly need_id: NeedId
  readonly case_id: CaseId
  readonly discipline: Discipline
  readonly phase: "offered" | "accepted" | "held"
  readonly facets: string | null
  readonly picks: string
  readonly binding_rule: string | null
  readonly preview: Uint8Array
  readonly weight: number
  readonly holder: KeyId | null
  readonly accepted_day: Day | null
  readonly submitted_day: Day
}

export type OfferRow = {
  readonly offer_id: OfferId
  readonly need_id: NeedId
  readonly case_id: CaseId
  readonly key_id: KeyId
  readonly position: number
  readonly state: OfferState
  readonly step: "wait" | "nudge" | "tell_coordinator"
  readonly reason: DeclineReason | ""
  readonly opened_ms: number | null
  readonly deadline_ms: number | null
  readonly closed_day: Day | null
}

export type OfferAnswerRow = {
  readonly offer_id: OfferId
  readonly case_id: CaseId
  readonly position: number
  readonly answer_hash: Uint8Array
  readonly dsse: string
}

export type DecisionRow = {
  readonly need_id: NeedId
  readonly policy_version: string
  readonly input_hash: Uint8Array
  readonly winner: KeyId | null
}

export type StaffSessionRow = {
  readonly session_hash: Uint8Array
  readonly key_id: KeyId
  readonly seen_ms: number
  readonly ends_ms: number
}

/** Sending, sent, to be deleted, and deleted but for a last look for parts that came late. */
export type UploadRow = {
  readonly upload_id: UploadId
  readonly case_id: CaseId
  readonly opened_by: KeyId
  readonly chunks: number
  readonly day: Day
  readonly state: "open" | "finished" | "dropped" | "emptied"
}

export const JOB_KINDS = ["expire_case", "offer_clock", "drop_upload", "sweep"] as const
export type JobKind = (typeof JOB_KINDS)[number]
export type JobRow = {
  readonly kind: JobKind
  readonly subject: string
  readonly run_at_ms: number
  readonly lease_until_ms: number
  readonly attempts: number
  readonly state: "waiting" | "dead"
}
