import { err, type KeyId, ok, type StaffRole } from "@shn/domain"
import { listedMember } from "@shn/sealed"
import type { OwnPlace, Trust as StaffTrust } from "@shn/staff"

/** How far this device trusts the list of staff keys, with the roles that the list gives to whoever is signed in. */
export type Trust = StaffTrust<{ readonly roles: readonly StaffRole[] }>

/** Looks for one of our own members. */
export function memberPlace(me: KeyId): OwnPlace<{ readonly roles: readonly StaffRole[] }> {
  return (directory) => {
    const own = listedMember(directory, me)
    if (own === undefined) return err("not-listed")
    return own.status === "active" ? ok({ roles: own.roles }) : err("not-active")
  }
}

/** Whether new readers may be added to a case at all. An expired list is trusted for those who are there already. */
export function canAddReaders(trust: Trust): boolean {
  return trust.kind === "trusted" && trust.directory.freshness === "current"
}
