import { addDays, type Day } from "@shn/domain"
import { dsseSign } from "@shn/primitives/dsse-sign"
import type { SignKeyPair } from "@shn/primitives/sign"
import { DIRECTORY_MAX_DAYS } from "@shn/sealed"
import {
  type DirectoryMember,
  type DirectoryStatement,
  type Dsse,
  PAYLOAD_TYPES,
  type RegistrarStatement,
} from "@shn/wire"

/** PROTOCOL step 3: the root says who may sign the list of staff keys. */
export function signRegistrars(statement: RegistrarStatement, root: SignKeyPair): Dsse {
  return dsseSign(PAYLOAD_TYPES.registrars, statement, root)
}

/** PROTOCOL step 3: one registrar signs the list of staff keys, valid for the longest time a device accepts. */
export function signDirectory(
  input: {
    readonly deploymentId: string
    readonly version: number
    readonly issued: Day
    readonly members: readonly DirectoryMember[]
  },
  registrar: SignKeyPair,
): Dsse {
  const statement: DirectoryStatement = {
    v: 1,
    deploymentId: input.deploymentId,
    version: input.version,
    issued: input.issued,
    expires: addDays(input.issued, DIRECTORY_MAX_DAYS),
    members: [...input.members],
    agencyInboxes: [],
  }
  return dsseSign(PAYLOAD_TYPES.directory, statement, registrar)
}
