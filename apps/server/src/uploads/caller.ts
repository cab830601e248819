import { type CaseId, err, type KeyId, ok, type Result, type UploadId } from "@shn/domain"
import type { CaseCaller, StaffCaller } from "../http/handler.ts"
import { placeOnRoster } from "../rules/place-on-roster.ts"
import type { UploadRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"

/** Who sends or reads a file. @typeParam E what they are told about a case that is not theirs */
export type UploadCaller<E extends string> = {
  readonly keyId: KeyId
  /** Staff's reading is written down, the person's own is not. */
  readonly isStaff: boolean
  readonly admit: (queries: Queries, caseId: CaseId) => Promise<Result<unknown, E>>
}

export function reporterOf({ row }: CaseCaller): UploadCaller<"not_found"> {
  return {
    keyId: row.key_id,
    isStaff: false,
    admit: async (_, caseId) => (caseId === row.case_id ? ok(null) : err("not_found")),
  }
}

export function memberOf({ member }: StaffCaller): UploadCaller<"not_on_roster"> {
  return {
    keyId: member.keyId,
    isStaff: true,
    admit: (queries, caseId) => placeOnRoster(queries, caseId, member.keyId),
  }
}

/** An upload that this caller may know of. What is being deleted is not there any more. */
export async function knownUpload<E extends string>(
  queries: Queries,
  who: UploadCaller<E>,
  uploadId: UploadId,
  caseId?: CaseId,
): Promise<Result<UploadRow, E | "not_found">> {
  // Whoever is on the case: the row is locked, so that no two writers decide about it at once.
  const row = await queries.uploads.lock(uploadId)
  if (row === undefined || (caseId !== undefined && row.case_id !== caseId)) return err("not_found")
  const admitted = await who.admit(queries, row.case_id)
  if (!admitted.ok) return admitted
  return row.state === "open" || row.state === "finished" ? ok(row) : err("not_found")
}

/** An upload that this caller began: nobody else adds to it, ends it or deletes it. */
export async function ownUpload<E extends string>(
  queries: Queries,
  who: UploadCaller<E>,
  uploadId: UploadId,
  caseId?: CaseId,
): Promise<Result<UploadRow, E | "not_found">> {
  const known = await knownUpload(queries, who, uploadId, caseId)
  return known.ok && known.value.opened_by !== who.keyId ? err("not_found") : known
}
