import {
  type Consent,
  consentDigest,
  type FindOfficer,
  type FindStaff,
  type HandOffTerms,
  handOffDigest,
  inboxKeyDigest,
  type KnownAgency,
  type ReadApproval,
  readApproval,
  readConsent,
  type View,
  viewDigest,
} from "@shn/consent"
import { formValue, type IdentityPart, type Locale, releaseCode, type ThreeWay } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import { base64url } from "@shn/primitives/encode"
import { listedOfficer } from "../agencies.ts"
import { listedMember, type VerifiedDirectory } from "../directory.ts"
import type { ListedAgency } from "../listed-agencies.ts"
import type { Intake } from "../message-content.ts"
import type { HandOffBody, HandOffTo, SignedBody } from "./content.ts"
import type { HandOff, HandOffs, Said } from "./fold.ts"

/** An agency has one inbox here; a consent names it all the same, so that it can have more one day. */
export const ONLY_INBOX = "main"

/** Where a hand-off to this agency goes today. */
export function handOffTo(agency: ListedAgency): HandOffTo {
  return { id: agency.agencyId, inbox: ONLY_INBOX, key: inboxKeyDigest(agency.recipient) }
}

/** The agency as the verified directory knows it, for `check`. */
export function knownAgency(agency: ListedAgency): KnownAgency {
  return { ...handOffTo(agency), names: Object.values(agency.names) }
}

/** How a consent names the agency in the person's language. */
export function agencyName(agency: ListedAgency, locale: Locale): string {
  return agency.names[locale]
}

/**
 * Exactly what leaves: the fields of the hand-off and, where they are given, the parts of the identity in the form's own writing.
 * @returns null when a part that leaves was not given or is not in its form: then nothing can be signed
 */
export function viewOf(offered: HandOffBody, identity: IdentityPart | null): View | null {
  const mine: [string, string][] = []
  for (const field of offered.identityFields) {
    const value = formValue(field, identity?.[field] ?? "")
    if (!value.ok || value.value === "") return null
    mine.push([releaseCode(field), value.value])
  }
  return { ...offered.fields, ...Object.fromEntries(mine) }
}

/** What staff put their names to: the same for the drafter, the approver and the consent that the person signs. */
export function termsOf(casePk: Uint8Array, offered: HandOffBody, view: View): HandOffTerms {
  const evidence = [...offered.evidence].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    case: base64url(casePk),
    to: { ...offered.to, name: "" },
    purpose: [...new Set(offered.purpose)].sort(),
    identity: offered.identity,
    fields: Object.keys(view).sort(),
    view: viewDigest(view),
    evidence: evidence.map(({ id, sha256, label }) => ({ id, sha256, label })),
  }
}

/** The approvals that hold: signed by a member who is on the list, for exactly these terms. */
export function approvalsOf(
  handOff: HandOff,
  terms: HandOffTerms,
  findStaff: FindStaff,
): readonly (ReadApproval & { readonly msgId: Said<unknown>["msgId"] })[] {
  const name = handOffDigest(terms)
  return handOff.approvals.flatMap(({ msgId, body }) => {
    const read = readApproval(body.envelope, findStaff)
    return read?.approval.handOff === name ? [{ ...read, msgId }] : []
  })
}

/** Whether somebody drafted it and somebody else approved it. */
export function isApproved(approvals: readonly ReadApproval[]): boolean {
  const by = (act: string) =>
    approvals.filter(({ approval }) => approval.act === act).map(({ signer }) => signer.memberId)
  const drafters = by("drafted")
  return drafters.length > 0 && by("approved").some((member) => !drafters.includes(member))
}

/**
 * Whether the person is under 18. Whoever puts something forward may say so; what the person said on the first day nobody can talk
 * away.
 */
export function minorNow(offered: Pick<HandOffBody, "minor">, intake: Intake | undefined): ThreeWay {
  return intake?.ageBand === "under_18" ? "yes" : offered.minor
}

/**
 * The same as far as a reader can tell who may not see the identity: the approvals agree with each other, whatever they are about.
 * Only for words on a screen; whoever packs or signs uses `approvalsOf`.
 */
export function seemsApproved(handOff: HandOff, findStaff: FindStaff): boolean {
  const read = handOff.approvals.flatMap(({ body }) => readApproval(body.envelope, findStaff) ?? [])
  return [...new Set(read.map(({ approval }) => approval.handOff))].some((name) =>
    isApproved(read.filter(({ approval }) => approval.handOff === name)),
  )
}

/** A consent of the case, as the person signed it. */
export type SignedConsent = {
  readonly consent: Consent
  readonly digest: string
  readonly envelope: DsseEnvelope
  readonly said: Said<SignedBody>
}

/** All consents of a case in the order of their numbers, whoever they are for: the next one goes on from the last. */
export function consentsOf({ handOffs }: HandOffs): readonly SignedConsent[] {
  return handOffs
    .flatMap(({ everSigned }) => everSigned)
    .flatMap((said): readonly SignedConsent[] => {
      const consent = readConsent(said.body.consent)
      if (consent === null) return []
      return [{ consent, digest: consentDigest(consent), envelope: said.body.consent, said }]
    })
    .sort((a, b) => a.consent.seq - b.consent.seq)
}

/** The newest consent of the case for one agency: an older one for it is superseded. */
export function latestFor(
  consents: readonly SignedConsent[],
  agencyId: string,
): { readonly seq: number; readonly digest: string } | null {
  const last = consents.filter(({ consent }) => consent.to.id === agencyId).at(-1)
  return last === undefined ? null : { seq: last.consent.seq, digest: last.digest }
}

/** Finds staff by key in the verified directory; revoked keys are found by nobody. */
export function findStaffIn(directory: VerifiedDirectory): FindStaff {
  return (keyId) => {
    const member = listedMember(directory, keyId)
    return member === undefined || member.status !== "active" ? undefined : member
  }
}

/** Finds staff by key in the verified directory, revoked or not: for what they signed while they were on it. */
export function findStaffEverIn(directory: VerifiedDirectory): FindStaff {
  return (keyId) => listedMember(directory, keyId)
}

/** Finds officers by key in the verified directory, revoked or not: what they signed before stays signed. */
export function findOfficerIn(directory: VerifiedDirectory): FindOfficer {
  return (keyId) => {
    const found = listedOfficer(directory, keyId)
    return found === undefined ? undefined : { agency: found.agency.agencyId, signPk: found.officer.signPk }
  }
}
