import type { Alias, StaffRole } from "@shn/domain"
import { type MemberKeys, unlockMember } from "@shn/sealed"
import { type Door, fetchTrust } from "@shn/staff"
import { api, DESK_ROUTES, type SignInAnswer, type v } from "@shn/wire"
import { memberPlace, type Trust } from "./directory-check.ts"

/** Somebody who is signed in. Lives in this tab's memory; a reload forgets it. */
export type Session = {
  readonly alias: Alias
  readonly keys: MemberKeys
  /** As the checked directory says; as the server says while the directory is refused. */
  readonly roles: readonly StaffRole[]
  readonly trust: Trust
}

type Released = v.InferOutput<typeof SignInAnswer>

/** The desk's way in: members of the helpline. */
export const DESK_DOOR: Door<Released, MemberKeys, Session> = {
  letIn: (proof, options) => api(DESK_ROUTES.signIn, proof, options),
  unlock: unlockMember,
  begin: async (services, released, keys) => {
    const trust = await fetchTrust(services, memberPlace(keys.keyId))
    const roles = trust.kind === "trusted" ? trust.roles : released.roles
    return { alias: released.alias, keys, roles, trust }
  },
}
