import { type Day, err, ok, type Result } from "@shn/domain"
import { dssePayload } from "@shn/primitives/dsse-verify"
import type { SignKeyPair } from "@shn/primitives/sign"
import { type DirectoryMember, DirectoryStatementField, type OrganisationFile, v } from "@shn/wire"
import { checkedDirectory } from "./directory-check.ts"
import { signedDirectory } from "./signed-directory.ts"

/** Why no next list can be signed. "clock-behind": today is before the day the present list was issued. */
export type NextDirectoryProblem = "bad-organisation" | "wrong-registrar" | "clock-behind" | "no-such-alias"

/** The same members for another 30 days, under the next version number. */
export function renewedOrganisation(
  organisation: OrganisationFile,
  registrar: SignKeyPair,
  today: Day,
): Result<OrganisationFile, NextDirectoryProblem> {
  return nextOrganisation(organisation, registrar, today, (members) => members)
}

/**
 * A member who left: the key stays listed, so that old signatures can be checked, and is marked revoked.
 * @returns "no-such-alias" when no active member has this alias (upper and lower case count the same)
 */
export function revokedOrganisation(
  organisation: OrganisationFile,
  registrar: SignKeyPair,
  today: Day,
  alias: string,
): Result<OrganisationFile, NextDirectoryProblem> {
  const isMeant = (member: DirectoryMember) =>
    member.status === "active" && member.alias.toLowerCase() === alias.trim().toLowerCase()
  return nextOrganisation(organisation, registrar, today, (members) =>
    members.some(isMeant)
      ? members.map((member) => (isMeant(member) ? { ...member, status: "revoked" as const } : member))
      : null,
  )
}

function nextOrganisation(
  organisation: OrganisationFile,
  registrar: SignKeyPair,
  today: Day,
  change: (members: readonly DirectoryMember[]) => readonly DirectoryMember[] | null,
): Result<OrganisationFile, NextDirectoryProblem> {
  const present = checkedDirectory(organisation, today)
  const [envelope] = organisation.directory
  const payload = envelope === undefined ? null : dssePayload(envelope)
  if (!present.ok || payload === null) return err("bad-organisation")
  if (today < present.value.issued) return err("clock-behind")
  const { members, version, deploymentId } = v.parse(DirectoryStatementField, payload.json)
  const changed = change(members)
  if (changed === null) return err("no-such-alias")
  const directory = signedDirectory(
    { deploymentId, version: version + 1, issued: today, members: changed },
    registrar,
  )
  const next = { ...organisation, directory: [directory] }
  // A key of another registrar would make a list that every phone refuses: notice it here.
  return checkedDirectory(next, today).ok ? ok(next) : err("wrong-registrar")
}
