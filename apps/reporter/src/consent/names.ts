import type { KeyId, Locale } from "@shn/domain"
import { listedMember, listedOfficer, type VerifiedDirectory } from "@shn/sealed"
import { isolateName } from "@shn/ui"
import type { ConsentText } from "../text/consent/area.ts"

/** A member by the name on the signed list. */
export function memberName(directory: VerifiedDirectory, keyId: KeyId, text: ConsentText): string {
  const alias = listedMember(directory, keyId)?.alias
  return alias === undefined ? text.someone : isolateName(alias)
}

/** An officer by the name on the signed list. */
export function officerName(directory: VerifiedDirectory, keyId: KeyId, text: ConsentText): string {
  const alias = listedOfficer(directory, keyId)?.officer.alias
  return alias === undefined ? text.given.officer : isolateName(alias)
}

/** An agency by its certified name, in the language of the screen. */
export function officeName(
  directory: VerifiedDirectory,
  agencyId: string,
  locale: Locale,
  text: ConsentText,
): string {
  const found = directory.agencies.find((agency) => agency.agencyId === agencyId)
  return found === undefined ? text.office : isolateName(found.names[locale])
}
