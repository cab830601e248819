import type { CaseId, Day, KeyId, UploadId } from "@shn/domain"
import type { AGENCY_ACTS } from "@shn/wire"

/** Rows of migration 0003. Flags are 0 or 1. */
export type ReleaseRow = {
  readonly release_id: string
  readonly case_id: CaseId
  readonly agency_id: string
  readonly seq: number
  readonly exp_day: Day
  readonly day: Day
  readonly statement_hash: Uint8Array
  readonly dsse: string
  readonly fetched: number
  readonly revoked: number
  readonly stop_answered: number
}

export type RevocationRow = {
  readonly case_id: CaseId
  readonly statement_hash: Uint8Array
  readonly position: number
  readonly dsse: string
}

export type ReleasePackageRow = {
  readonly release_id: string
  readonly use_no: number
  readonly upload_id: UploadId
  readonly cover: Uint8Array | null
  readonly key_id: KeyId
  readonly day: Day
}

export type ReleaseAnswerRow = {
  readonly answer_id: string
  readonly release_id: string
  readonly position: number
  readonly key_id: KeyId
  readonly at_ms: number
  readonly stops: number
  readonly bytes: Uint8Array
  readonly copy_bytes: Uint8Array
}

export type ReleaseViewRow = {
  readonly release_id: string
  readonly key_id: KeyId
  readonly act: (typeof AGENCY_ACTS)[number]
  readonly at_ms: number
}
