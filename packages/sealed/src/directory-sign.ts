import { dsseSign } from "@shn/primitives/dsse-sign"
import type { SignKeyPair } from "@shn/primitives/sign"
import { type DirectoryStatement, type Dsse, PAYLOAD_TYPES, type RegistrarStatement } from "@shn/wire"

/** Step 3, at the ceremony: the organisation root says who may sign the directory. */
export function signRegistrars(statement: RegistrarStatement, root: SignKeyPair): Dsse {
  return dsseSign(PAYLOAD_TYPES.registrars, statement, root)
}

/**
 * Step 3: one registrar's signature over the directory. With a threshold of two, two registrars sign the same
 * statement and both envelopes are published.
 */
export function signDirectory(statement: DirectoryStatement, registrar: SignKeyPair): Dsse {
  return dsseSign(PAYLOAD_TYPES.directory, statement, registrar)
}
