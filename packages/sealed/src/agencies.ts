import { err, type KeyId, ok, type Result } from "@shn/domain"
import type { VerifiedDirectory } from "./directory.ts"
import type { ListedAgency, ListedOfficer } from "./listed-agencies.ts"

/**
 * The agency that a consent may name and a package may be sealed to: one with an officer who can open it.
 * @returns "directory-expired" when the list is too old to trust its keys with anything new
 */
export function certifiedAgency(
  directory: VerifiedDirectory,
  agencyId: string,
): Result<ListedAgency, "no-such-agency" | "directory-expired"> {
  if (directory.freshness === "expired") return err("directory-expired")
  const found = directory.agencies.find((agency) => agency.agencyId === agencyId)
  const isStaffed = found?.officers.some(({ status }) => status === "active") === true
  return found === undefined || !isStaffed ? err("no-such-agency") : ok(found)
}

/** The officer of a key and their agency, revoked or not; undefined when the directory does not name the key as an officer's. */
export function listedOfficer(
  directory: VerifiedDirectory,
  keyId: KeyId,
): { readonly agency: ListedAgency; readonly officer: ListedOfficer } | undefined {
  for (const agency of directory.agencies) {
    const officer = agency.officers.find((each) => each.keyId === keyId)
    if (officer !== undefined) return { agency, officer }
  }
  return undefined
}
