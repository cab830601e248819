import type { NeedId, PersonReason } from "@shn/domain"
import { PERSON_REASONS } from "@shn/domain"
import { type CertifiedMember, certifiedMember, type VerifiedDirectory } from "@shn/sealed"
import type { ProposalAnswer } from "@shn/wire"
import type { HelpAnswers } from "./answers.ts"

/** As many coordinators as get a key. PROTOCOL step 4b. */
const MOST_COORDINATORS = 3

export type Pick = { readonly member: CertifiedMember; readonly reasons: readonly PersonReason[] }

/** Everybody who will get a key, all certified by the signed list. Exactly these are shown and sealed to. */
export type Readers = {
  readonly needs: readonly { readonly needId: NeedId; readonly picks: readonly Pick[] }[]
  readonly coordinators: readonly CertifiedMember[]
  readonly trustees: readonly CertifiedMember[]
}

/**
 * Who will read, from what the server proposed and whom the person leaves out. The server's word is enough to
 * propose somebody, never to seal to them: a key the signed list does not certify ends it all.
 * @returns null when the server named somebody who is not certified
 */
export function readersFrom(
  answers: HelpAnswers,
  proposal: ProposalAnswer,
  directory: VerifiedDirectory,
): Readers | null {
  const needs: Readers["needs"][number][] = []
  for (const { needId, picks } of proposal.needs) {
    const certified: Pick[] = []
    for (const { keyId, reasons } of picks) {
      const member = certifiedMember(directory, keyId)
      if (!member.ok || !member.value.roles.includes("expert")) return null
      certified.push({ member: member.value, reasons: reasons.filter(isPersonReason) })
    }
    needs.push({ needId, picks: certified.filter(({ member }) => !isLeftOut(answers, member, "expert")) })
  }
  const onDuty: CertifiedMember[] = []
  for (const keyId of proposal.coordinators) {
    const member = certifiedMember(directory, keyId)
    if (!member.ok || !member.value.roles.includes("coordinator")) return null
    onDuty.push(member.value)
  }
  return {
    needs,
    coordinators: (onDuty.length > 0 ? onDuty : withRole(directory, "coordinator"))
      .filter((member) => !isLeftOut(answers, member, "coordinator"))
      .slice(0, MOST_COORDINATORS),
    trustees: answers.concernsStaff
      ? withRole(directory, "trustee").filter(
          (member) => member.outside && !isLeftOut(answers, member, "trustee"),
        )
      : [],
  }
}

/** Everybody of a role whom the signed list certifies today. */
export function withRole(
  directory: VerifiedDirectory,
  role: CertifiedMember["roles"][number],
): readonly CertifiedMember[] {
  return directory.members.flatMap((listed) => {
    const member = listed.roles.includes(role) ? certifiedMember(directory, listed.keyId) : null
    return member?.ok === true ? [member.value] : []
  })
}

/** True if nobody but the person could read the case: then sending it would help nobody. */
export function hasNoReader(readers: Readers): boolean {
  return (
    readers.coordinators.length + readers.trustees.length === 0 &&
    readers.needs.every((need) => need.picks.length === 0)
  )
}

/** True if both show the same people in the same places: then there is nothing to ask again. */
export function showsSamePeople(a: Readers, b: Readers): boolean {
  const text = (readers: Readers) =>
    JSON.stringify([
      readers.needs.map((need) => need.picks.map(({ member }) => member.keyId)),
      readers.coordinators.map(({ keyId }) => keyId).sort(),
      readers.trustees.map(({ keyId }) => keyId).sort(),
    ])
  return text(a) === text(b)
}

function isLeftOut(
  { concernsStaff, leftOut }: HelpAnswers,
  member: CertifiedMember,
  as: "expert" | "coordinator" | "trustee",
): boolean {
  // A trustee from outside is who watches when everybody here is left out.
  if (!concernsStaff) return false
  return leftOut.keyIds.includes(member.keyId) || (as !== "trustee" && leftOut.roles.includes(as))
}

function isPersonReason(code: string): code is PersonReason {
  return PERSON_REASONS.some((reason) => reason === code)
}
