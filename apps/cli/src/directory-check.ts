import { type Day, daysBetween, type Result } from "@shn/domain"
import { type DirectoryProblem, type VerifiedDirectory, verifyDirectory } from "@shn/sealed"
import type { OrganisationFile } from "@shn/wire"

/** The same check that every phone makes, on the files of this folder. */
export function checkedDirectory(
  organisation: OrganisationFile,
  today: Day,
): Result<VerifiedDirectory, DirectoryProblem> {
  return verifyDirectory({
    org: organisation.deployment,
    registrars: organisation.registrars,
    directory: organisation.directory,
    today,
    atLeastVersion: 0,
  })
}

/** Whole days until phones stop accepting new readers from this list; negative when that has happened. */
export function daysLeft(directory: VerifiedDirectory, today: Day): number {
  return daysBetween(today, directory.expires)
}

/** Why phones would refuse these files, for a person at a terminal. */
export const PROBLEM_SENTENCES: Readonly<Record<DirectoryProblem, string>> = {
  damaged: "The list of staff keys is damaged. Restore organisation.json from your copy.",
  "bad-chain":
    "A signature is missing, wrong, or of another helpline. Restore organisation.json from your copy.",
  "older-version": "This list is older than one that was in use. Restore the newest organisation.json.",
  "lives-too-long": "The list claims to be valid for longer than devices accept. Run renew.",
  "unknown-role": "The list names a role that this version does not know. Use the version that made it.",
  "uncertified-key":
    "A member's key does not match its name, or stands in the list twice. Restore organisation.json.",
}
