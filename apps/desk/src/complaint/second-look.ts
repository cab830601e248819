import type { Contradiction } from "@shn/consent"
import {
  type Boundary,
  type Day,
  type FormDefinition,
  type IdentityPart,
  type KeyId,
  releaseCode,
} from "@shn/domain"
import {
  type Attachment,
  approvalsOf,
  type ComplaintBody,
  findStaffIn,
  type HandOff,
  type HandOffBody,
  type Intake,
  isApproved,
  minorNow,
  type Said,
  seemsApproved,
  termsOf,
  type VerifiedDirectory,
  viewOf,
} from "@shn/sealed"
import { goneEvidence } from "./evidence.ts"
import { isDrafter } from "./people.ts"
import { contradictionsWith, formLines } from "./rules.ts"
import { copyOf } from "./working-copy.ts"

/** What the second member has to have looked at, each on its own; none is ticked for them. */
export const CHECKS = ["words", "apart", "against", "files", "fits"] as const
export type Check = (typeof CHECKS)[number]

/** What I may do with something that was put forward. */
export type MyPart =
  /** I drafted it: somebody else has to look. */
  | { readonly kind: "drafter"; readonly isSigned: boolean }
  /** The person's identity is in it and not for my eyes. */
  | { readonly kind: "not-reader" }
  | { readonly kind: "approver" }
  | { readonly kind: "approved-by-me" }

/** Which names stand under it, as far as I can tell. */
export type Approvals = {
  readonly isDrafted: boolean
  readonly isApproved: boolean
  /** A coordinator who did not draft has looked at it for a person under 18; true where nobody has to. */
  readonly isChildSafe: boolean
  readonly approvers: readonly KeyId[]
}

export function approvalsNow(
  handOff: HandOff,
  identity: IdentityPart | null,
  casePk: Uint8Array,
  directory: VerifiedDirectory,
  intake: Intake | undefined,
): Approvals {
  const { offered } = handOff
  const nothing = { isDrafted: false, isApproved: false, isChildSafe: false, approvers: [] }
  if (offered === null) return nothing
  const isMinor = minorNow(offered.body, intake) === "yes"
  const view = viewOf(offered.body, identity)
  if (view === null) {
    const seems = seemsApproved(handOff, findStaffIn(directory))
    return { ...nothing, isDrafted: seems, isApproved: seems, isChildSafe: !isMinor }
  }
  const held = approvalsOf(handOff, termsOf(casePk, offered.body, view), findStaffIn(directory))
  const by = (act: string) => held.filter(({ approval }) => approval.act === act)
  const drafters = by("drafted").map(({ signer }) => signer.memberId)
  const guards = by("child_protection").filter(
    ({ signer }) => signer.roles.includes("coordinator") && !drafters.includes(signer.memberId),
  )
  return {
    isDrafted: drafters.length > 0,
    isApproved: isApproved(held),
    isChildSafe: !isMinor || guards.length > 0,
    approvers: by("approved").map(({ approval }) => approval.by),
  }
}

export function myPart(
  handOff: HandOff,
  approvals: Approvals,
  identity: IdentityPart | null,
  directory: VerifiedDirectory,
  me: KeyId,
): MyPart {
  if (isDrafter(handOff, directory, me)) return { kind: "drafter", isSigned: approvals.isDrafted }
  if (handOff.offered !== null && viewOf(handOff.offered.body, identity) === null)
    return { kind: "not-reader" }
  return approvals.approvers.includes(me) ? { kind: "approved-by-me" } : { kind: "approver" }
}

/** The saved revision that was put forward; undefined when it never arrived here. */
export function draftOf(handOff: HandOff, offered: Said<HandOffBody>): Said<ComplaintBody> | undefined {
  return handOff.drafts.findLast(
    ({ body, author }) => body.rev === offered.body.rev && author === offered.author,
  )
}

/**
 * Whether what would leave is what that revision says, letter for letter, once, under the law that our own content names: neither of
 * those two is anybody's to choose, and the person reads both.
 */
export function isMadeFrom(
  offered: HandOffBody,
  saved: Said<ComplaintBody>,
  form: FormDefinition,
  law: string,
): boolean {
  if (offered.uses !== 1 || offered.law !== law) return false
  const lines = formLines({ copy: copyOf(saved), form, identity: null })
  const made = lines.filter(({ from, value }) => from !== "person" && value !== "")
  const fields = Object.entries(offered.fields)
  return (
    fields.length === made.length &&
    made.every(({ key, value }) => offered.fields[releaseCode(key)] === value)
  )
}

/** What stops a second yes although everything was fine when it was put forward. */
export type LookObstacle =
  | { readonly code: "file-gone"; readonly labels: readonly string[] }
  | { readonly code: "contradiction"; readonly contradiction: Contradiction }

/** The switches of now and the files of now: what was put forward yesterday may be against them today. */
export function lookObstacles(
  offered: HandOffBody,
  boundaries: readonly Boundary[],
  files: readonly Attachment[],
  today: Day,
): readonly LookObstacle[] {
  const gone = goneEvidence(files, offered.evidence).map(({ label }) => label)
  const fields = [...Object.keys(offered.fields), ...offered.identityFields.map(releaseCode)]
  const contradictions = contradictionsWith({ ...offered, fields }, boundaries, today)
  return [
    ...(gone.length === 0 ? [] : [{ code: "file-gone", labels: gone } as const]),
    ...contradictions
      // A limit that a newer switch brings along is added when the person signs; it stops nobody.
      .filter(({ code }) => code !== "limit-missing")
      .map((contradiction) => ({ code: "contradiction", contradiction }) as const),
  ]
}
