import { type Day, err, ok, type Result } from "@shn/domain"
import { dssePayload } from "@shn/primitives/dsse-verify"
import type { SignKeyPair } from "@shn/primitives/sign"
import {
  type AgencyInbox,
  type DirectoryMember,
  type DirectoryStatement,
  DirectoryStatementField,
  type OrganisationFile,
  v,
} from "@shn/wire"
import { checkedDirectory } from "./directory-check.ts"
import { signedDirectory } from "./signed-directory.ts"

/** Why no next list can be signed. "clock-behind": today is before the day the present list was issued. */
export type NextDirectoryProblem = "bad-organisation" | "wrong-registrar" | "clock-behind" | "no-such-alias"

/** What went wrong, for a person at a terminal. */
export const NEXT_SENTENCES: Readonly<Record<NextDirectoryProblem, string>> = {
  "bad-organisation": "organisation.json does not pass its own check: run check and see why.",
  "wrong-registrar": "The registrar key in private/ is not one that the root key named.",
  "clock-behind":
    "This computer's clock is before the day the present list was signed. Set the clock and run this again.",
  "no-such-alias": "No active member has this alias; check lists them.",
}

/** The same members for another 30 days, under the next version number. */
export function renewedOrganisation(
  organisation: OrganisationFile,
  registrar: SignKeyPair,
  today: Day,
): Result<OrganisationFile, NextDirectoryProblem> {
  return nextOrganisation(organisation, registrar, today, (lists) => lists)
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
  return nextOrganisation(organisation, registrar, today, (lists) =>
    lists.members.some(isMeant)
      ? {
          ...lists,
          members: lists.members.map((member) =>
            isMeant(member) ? { ...member, status: "revoked" as const } : member,
          ),
        }
      : null,
  )
}

/** The same members, and these agencies. */
export function withInboxes(
  organisation: OrganisationFile,
  registrar: SignKeyPair,
  today: Day,
  agencyInboxes: readonly AgencyInbox[],
): Result<OrganisationFile, NextDirectoryProblem> {
  return nextOrganisation(organisation, registrar, today, ({ members }) => ({ members, agencyInboxes }))
}

/** The agencies of the present list. @returns null when it does not pass the check that every phone makes */
export function inboxesOf(organisation: OrganisationFile, today: Day): readonly AgencyInbox[] | null {
  const lists = listsOf(organisation, today)
  return lists?.agencyInboxes ?? null
}

type Lists = {
  readonly members: readonly DirectoryMember[]
  readonly agencyInboxes: readonly AgencyInbox[]
}

function nextOrganisation(
  organisation: OrganisationFile,
  registrar: SignKeyPair,
  today: Day,
  change: (lists: Lists) => Lists | null,
): Result<OrganisationFile, NextDirectoryProblem> {
  const present = checkedDirectory(organisation, today)
  const statement = listsOf(organisation, today)
  if (!present.ok || statement === null) return err("bad-organisation")
  if (today < present.value.issued) return err("clock-behind")
  const { members, agencyInboxes, version, deploymentId } = statement
  const changed = change({ members, agencyInboxes })
  if (changed === null) return err("no-such-alias")
  const directory = signedDirectory(
    { deploymentId, version: version + 1, issued: today, ...changed },
    registrar,
  )
  const next = { ...organisation, directory: [directory] }
  // A key of another registrar would make a list that every phone refuses: notice it here.
  return checkedDirectory(next, today).ok ? ok(next) : err("wrong-registrar")
}

function listsOf(organisation: OrganisationFile, today: Day): DirectoryStatement | null {
  const [envelope] = organisation.directory
  const payload = envelope === undefined ? null : dssePayload(envelope)
  if (payload === null || !checkedDirectory(organisation, today).ok) return null
  return v.parse(DirectoryStatementField, payload.json)
}
