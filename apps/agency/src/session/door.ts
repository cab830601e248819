import type { Alias } from "@shn/domain"
import type { Inbox } from "@shn/evidence"
import { type MemberKeys, unlockMember } from "@shn/sealed"
import { type Door, fetchTrust } from "@shn/staff"
import { AGENCY_ROUTES, api, type OfficerSignInAnswer } from "@shn/wire"
import { openedInboxes } from "./inbox-keys.ts"
import { type OfficerTrust, officerPlace } from "./officer-place.ts"

/** An officer who is signed in. Lives in this tab's memory; a reload forgets it. */
export type Session = {
  readonly alias: Alias
  readonly keys: MemberKeys
  /** As the server says; the checked directory outweighs it. */
  readonly agencyId: string
  /** Keys of the agency's inbox, the newest first. */
  readonly inboxes: readonly Inbox[]
  readonly trust: OfficerTrust
}

/** The agency's way in: officers whom the list names under an agency. */
export const AGENCY_DOOR: Door<OfficerSignInAnswer, MemberKeys, Session> = {
  letIn: (proof, options) => api(AGENCY_ROUTES.signIn, proof, options),
  unlock: unlockMember,
  begin: async (services, released, keys) => {
    const trust = await fetchTrust(services, officerPlace(keys.keyId))
    return {
      alias: released.alias,
      keys,
      agencyId: trust.kind === "trusted" ? trust.agency.agencyId : released.agencyId,
      inboxes: await openedInboxes(released.inboxWraps, keys.kem),
      trust,
    }
  },
}
