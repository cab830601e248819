import type { KeyId } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { isSoundPublicKey } from "@shn/primitives/verify"
import type { AgencyInbox, Officer } from "@shn/wire"
import { keyIdOf } from "./identifiers.ts"

/** An officer as the verified directory lists them, revoked or not: enough to check what they signed. */
export type ListedOfficer = Readonly<Omit<Officer, "signPk" | "kemPk">> & {
  /** 32 bytes. */
  readonly signPk: Uint8Array
  /** 1216 bytes. */
  readonly kemPk: Uint8Array
}

/** An agency with an inbox here. Minted by `verifyDirectory` alone, as part of a directory whose chain was checked. */
export type ListedAgency = Readonly<Omit<AgencyInbox, "officers">> & {
  readonly officers: readonly ListedOfficer[]
}

/**
 * Step 3: every key of every officer, checked as a member's. An agency stands in the list once; a key belongs to one
 * officer of one agency, and to no member of the helpline.
 * @param memberKeys keys of the helpline's own members
 * @returns null when any of it does not hold
 */
export function checkAgencies(
  inboxes: readonly AgencyInbox[],
  memberKeys: ReadonlySet<KeyId>,
): readonly ListedAgency[] | null {
  const seen = new Set(memberKeys)
  const names = new Set<string>()
  const people = new Set<string>()
  const agencies: ListedAgency[] = []
  for (const inbox of inboxes) {
    if (names.has(inbox.agencyId)) return null
    names.add(inbox.agencyId)
    const officers: ListedOfficer[] = []
    for (const officer of inbox.officers) {
      const read = readOfficer(officer)
      if (read === null || seen.has(read.keyId)) return null
      seen.add(read.keyId)
      if (read.status === "active") {
        if (people.has(read.memberId)) return null
        people.add(read.memberId)
      }
      officers.push(read)
    }
    agencies.push({ ...inbox, officers })
  }
  return agencies
}

function readOfficer(officer: Officer): ListedOfficer | null {
  const signPk = fromBase64url(officer.signPk)
  const kemPk = fromBase64url(officer.kemPk)
  if (signPk === null || kemPk === null || !isSoundPublicKey(signPk)) return null
  return keyIdOf(signPk, kemPk) === officer.keyId ? { ...officer, signPk, kemPk } : null
}
