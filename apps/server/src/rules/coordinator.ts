import { type CaseId, err, type NeedId, ok, type Result } from "@shn/domain"
import type { DirectoryMember } from "@shn/wire"
import type { NeedRow, RosterMemberRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"
import { placeOnRoster } from "./place-on-roster.ts"

export function isCoordinator(member: DirectoryMember): boolean {
  return member.roles.includes("coordinator")
}

/** A coordinator acts on a case only as coordinator of that case: the directory and the roster must both say so. */
export async function coordinatorPlace(
  queries: Queries,
  caseId: CaseId,
  member: DirectoryMember,
): Promise<Result<RosterMemberRow, "not_on_roster" | "not_allowed">> {
  const place = await placeOnRoster(queries, caseId, member.keyId)
  if (!place.ok) return place
  return isCoordinator(member) && place.value.role === "coordinator" ? place : err("not_allowed")
}

/** A need of a case that this coordinator is on; any other does not exist for them. */
export async function coordinatedNeed(
  queries: Queries,
  needId: NeedId,
  member: DirectoryMember,
): Promise<Result<NeedRow, "not_found" | "not_allowed">> {
  if (!isCoordinator(member)) return err("not_allowed")
  const need = await queries.needs.find(needId)
  if (need === undefined) return err("not_found")
  const place = await coordinatorPlace(queries, need.case_id, member)
  return place.ok ? ok(need) : err("not_found")
}
