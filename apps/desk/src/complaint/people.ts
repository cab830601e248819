import { readApproval } from "@shn/consent"
import type { KeyId } from "@shn/domain"
import {
  certifiedMember,
  findStaffIn,
  type HandOff,
  type Roster,
  type RosterReader,
  type VerifiedDirectory,
} from "@shn/sealed"

/**
 * Whether I may draft: a lawyer of the case, or, while the case has no lawyer, its lead expert: the expert who has been on it
 * longest. Everybody on the case may read along.
 */
export function mayDraft(roster: Roster, me: KeyId): boolean {
  const experts = roster.readers.filter(isWorkingExpert)
  const lawyers = experts.filter(({ discipline }) => discipline === "legal")
  if (lawyers.length > 0) return lawyers.some(({ keyId }) => keyId === me)
  return leadOf(experts)?.keyId === me
}

/** Somebody who can be the second member. */
export type SecondMember = { readonly keyId: KeyId; readonly alias: string; readonly isCoordinator: boolean }

/** Everybody of the staff on the case whose key is certified, except me: whoever drafts never approves. */
export function secondMembers(
  roster: Roster,
  directory: VerifiedDirectory,
  me: KeyId,
): readonly SecondMember[] {
  return roster.readers.flatMap((reader): readonly SecondMember[] => {
    if (reader.role === "reporter" || reader.state !== "member" || reader.keyId === me) return []
    const member = certifiedMember(directory, reader.keyId)
    if (!member.ok) return []
    const { alias, roles } = member.value
    return [{ keyId: reader.keyId, alias, isCoordinator: roles.includes("coordinator") }]
  })
}

/** Who of them may look at this one: for a person under 18 a coordinator, who looks for the child, too. */
export function fittingSeconds(members: readonly SecondMember[], isMinor: boolean): readonly SecondMember[] {
  return isMinor ? members.filter(({ isCoordinator }) => isCoordinator) : members
}

/** Whether I wrote or signed any of it as its drafter. */
export function isDrafter(handOff: HandOff, directory: VerifiedDirectory, me: KeyId): boolean {
  if (handOff.offered?.author === me) return true
  return handOff.approvals.some(({ body }) => {
    const read = readApproval(body.envelope, findStaffIn(directory))
    return read?.approval.act === "drafted" && read.approval.by === me
  })
}

function leadOf(experts: readonly RosterReader[]): RosterReader | undefined {
  return experts.toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0))[0]
}

function isWorkingExpert({ role, state, isCertified }: RosterReader): boolean {
  return role === "expert" && state === "member" && isCertified
}
