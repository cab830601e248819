import {
  type Consent,
  consentDigest,
  type FindStaff,
  handOffDigest,
  type ReadApproval,
  type Release,
  readApproval,
  readConsent,
  readRelease,
} from "@shn/consent"
import type { KeyId, MessageId } from "@shn/domain"
import type { HandOff, Said, SignedBody } from "@shn/sealed"

/** What the person signed for a hand-off, read but not yet judged. */
export type SignedPapers = {
  readonly said: Said<SignedBody>
  readonly consent: Consent
  readonly digest: string
  readonly release: Release
}

/** @returns null when a paper is not in its form: then there is nothing that could leave */
export function signedPapers(said: Said<SignedBody>): SignedPapers | null {
  const consent = readConsent(said.body.consent)
  const release = readRelease(said.body.release)
  return consent === null || release === null
    ? null
    : { said, consent, digest: consentDigest(consent), release }
}

/** A member's act with the message that carried it. */
export type KnownApproval = ReadApproval & {
  readonly msgId: MessageId
  readonly envelope: Said<SignedBody>["body"]["consent"]
}

/** The acts that count for what the person signed: by a member who is on the list, for exactly these terms. */
export function approvalsFor(
  handOff: HandOff,
  consent: Consent,
  findStaff: FindStaff,
): readonly KnownApproval[] {
  const name = handOffDigest(consent)
  return handOff.approvals.flatMap(({ msgId, body: { envelope } }) => {
    const read = readApproval(envelope, findStaff)
    return read?.approval.handOff === name ? [{ ...read, msgId, envelope }] : []
  })
}

/** The two who stand behind it: whoever drafted signs the package's list first, whoever approved signs it second and builds. */
export type TwoSigners = { readonly drafter: KeyId; readonly approver: KeyId }

/** @returns null while nobody drafted, or nobody else approved */
export function twoSigners(approvals: readonly KnownApproval[]): TwoSigners | null {
  const drafts = approvals.filter(({ approval }) => approval.act === "drafted")
  const drafters = drafts.map(({ signer }) => signer.memberId)
  const approved = approvals.find(
    ({ approval, signer }) => approval.act === "approved" && !drafters.includes(signer.memberId),
  )
  const [first] = drafts
  return first === undefined || approved === undefined
    ? null
    : { drafter: first.approval.by, approver: approved.approval.by }
}

/** The acts that go along in the package. The others are checked and stay here. */
export function goesAlong({ approval }: ReadApproval): boolean {
  return approval.act === "drafted" || approval.act === "approved"
}
