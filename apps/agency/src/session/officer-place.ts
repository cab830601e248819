import { err, type KeyId, ok } from "@shn/domain"
import { type ListedAgency, listedOfficer } from "@shn/sealed"
import type { OwnPlace, Trust } from "@shn/staff"

/** How far this device trusts the list of keys, with the agency that the list puts whoever is signed in under. */
export type OfficerTrust = Trust<{ readonly agency: ListedAgency }>

/** Looks for an officer of an agency. One who was removed stays listed, and is "not-active". */
export function officerPlace(me: KeyId): OwnPlace<{ readonly agency: ListedAgency }> {
  return (directory) => {
    const own = listedOfficer(directory, me)
    if (own === undefined) return err("not-listed")
    return own.officer.status === "active" ? ok({ agency: own.agency }) : err("not-active")
  }
}
