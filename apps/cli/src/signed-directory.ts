import { addDays, type Day } from "@shn/domain"
import type { SignKeyPair } from "@shn/primitives/sign"
import { DIRECTORY_MAX_DAYS, signDirectory } from "@shn/sealed"
import type { AgencyInbox, DirectoryMember, Dsse } from "@shn/wire"

/** PROTOCOL step 3: the list of staff keys, signed by one registrar for the longest time a device accepts. */
export function signedDirectory(
  input: {
    readonly deploymentId: string
    readonly version: number
    readonly issued: Day
    readonly members: readonly DirectoryMember[]
    readonly agencyInboxes: readonly AgencyInbox[]
  },
  registrar: SignKeyPair,
): Dsse {
  const expires = addDays(input.issued, DIRECTORY_MAX_DAYS)
  const lists = { members: [...input.members], agencyInboxes: [...input.agencyInboxes] }
  return signDirectory({ v: 1, ...input, ...lists, expires }, registrar)
}
