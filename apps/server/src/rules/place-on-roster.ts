import { type CaseId, err, type KeyId, ok, type Result } from "@shn/domain"
import type { RosterMemberRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"

/** The place of a key on a case, if it may read: proposed experts and removed members may not. */
export async function placeOnRoster(
  queries: Queries,
  caseId: CaseId,
  keyId: KeyId,
): Promise<Result<RosterMemberRow, "not_on_roster">> {
  const place = await queries.roster.member(caseId, keyId)
  return place?.state === "member" ? ok(place) : err("not_on_roster")
}
