import { type CheckContext, check, checkHandOff, type Disclosure } from "@shn/consent"
import type { ThreeWay } from "@shn/domain"
import type { PlanOptions } from "@shn/evidence"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import {
  type Attachment,
  certifiedAgency,
  consentsOf,
  findStaffIn,
  intakeOf,
  knownAgency,
  type ListedAgency,
  latestFor,
  minorNow,
  viewOf,
} from "@shn/sealed"
import { type DeskFinding, type JudgeInput, revocationsOf } from "./facts.ts"
import { goesAlong, type KnownApproval, type SignedPapers } from "./signed-papers.ts"

/** Leave to plan and build, and what it was given for. */
export type Leave = {
  readonly disclosure: Disclosure
  readonly context: CheckContext
  readonly agency: ListedAgency
  readonly files: readonly ThereFile[]
  readonly papers: PlanOptions["papers"]
  readonly kept: readonly DsseEnvelope[]
  readonly along: readonly KnownApproval[]
  readonly isCodeWordNeeded: boolean
  readonly minor: ThreeWay
}

export type ThereFile = Extract<Attachment, { state: "there" }>

/**
 * Checks everything that the case, the list of staff and our computer say, as it will be when the time to think is over.
 * @param used how often this consent was used already @param leftMs time to think that is left
 */
export function leaveFor(
  input: JudgeInput,
  approvals: readonly KnownApproval[],
  used: number,
  leftMs: number,
  isCodeWordNeeded: boolean,
): { readonly findings: readonly DeskFinding[]; readonly leave: Leave | null } {
  const { papers, handOff, directory, boundaries, identity } = input
  const { consent } = papers
  const agency = certifiedAgency(directory, consent.to.id)
  const offered = handOff.offered?.body
  if (!agency.ok) return stopped(agency.error === "directory-expired" ? "list-too-old" : "agency-gone")
  if (boundaries === null) return stopped("boundaries-unknown")
  if (offered === undefined) return stopped("view-changed")
  const view = identity === "shut" ? null : viewOf(offered, identity === "none" ? null : identity)
  if (view === null) return stopped("identity-shut")
  const files = filesOf(consent, input.opened.attachments)
  const context: CheckContext = {
    casePk: input.opened.caseKeys.signPk,
    agency: knownAgency(agency.value),
    // While there is time to think it is judged as it will be then: whatever else is wrong can be put right meanwhile.
    nowMs: input.nowMs + leftMs,
    revocations: {
      asOfMs: input.known.asOfMs + leftMs,
      envelopes: revocationsOf(input.known, input.handOffs),
    },
    used,
    latest: latestFor(consentsOf(input.handOffs), consent.to.id),
    boundaries,
    leaving: { view, files: files.map(({ uploadId, sha256 }) => ({ id: uploadId, sha256 })) },
  }
  const checked = check(papers.said.body.consent, context)
  if (!checked.ok) return { findings: checked.findings, leave: null }
  const { disclosure } = checked
  const { release, truth } = papers.said.body
  const minor = minorNow(offered, intakeOf(input.opened.conversation))
  const missing = checkHandOff({
    disclosure,
    release,
    truth,
    approvals: approvals.map(({ envelope }) => envelope),
    findStaff: findStaffIn(directory),
    codeWord: isCodeWordNeeded,
    minor,
  })
  const along = approvals.filter(goesAlong)
  const leave: Leave = {
    disclosure,
    context,
    agency: agency.value,
    files,
    papers: { release, truth, approvals: along.map(({ envelope }) => envelope) },
    kept: approvals.filter((each) => !goesAlong(each)).map(({ envelope }) => envelope),
    along,
    isCodeWordNeeded,
    minor,
  }
  return { findings: missing, leave }
}

function stopped(finding: DeskFinding) {
  return { findings: [finding], leave: null }
}

/** Of two files that call themselves the same, the one whose bytes were agreed to. */
function filesOf(
  { evidence }: SignedPapers["consent"],
  attachments: readonly Attachment[],
): readonly ThereFile[] {
  return evidence.flatMap(({ id, sha256 }) => {
    const there = attachments.filter(
      (file): file is ThereFile => file.state === "there" && file.uploadId === id,
    )
    return there.find((file) => file.sha256 === sha256) ?? there[0] ?? []
  })
}
