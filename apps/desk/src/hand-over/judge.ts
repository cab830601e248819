import {
  type CheckContext,
  type ConsentFinding,
  check,
  checkHandOff,
  coolOff,
  type Disclosure,
  type HandOffFinding,
  isTakenBackBy,
  needsCodeWord,
  readRelease,
  readRevocation,
} from "@shn/consent"
import type { Boundary, IdentityPart, KeyId, ThreeWay } from "@shn/domain"
import type { PlanOptions } from "@shn/evidence"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import {
  type Attachment,
  certifiedAgency,
  consentsOf,
  findStaffIn,
  type HandOff,
  type HandOffs,
  intakeOf,
  knownAgency,
  type ListedAgency,
  latestFor,
  minorNow,
  type OpenedCase,
  type PackagePlanBody,
  type Said,
  type VerifiedDirectory,
  viewOf,
} from "@shn/sealed"
import type { ReleaseView } from "@shn/wire"
import {
  approvalsFor,
  goesAlong,
  type KnownApproval,
  type SignedPapers,
  type TwoSigners,
  twoSigners,
} from "./signed-papers.ts"

/** What the server holds about the releases of a case, and when it said so by its own clock. */
export type KnownReleases = {
  readonly releases: readonly ReleaseView[]
  readonly revocations: readonly DsseEnvelope[]
  readonly asOfMs: number
}

/** Who the person is, as far as this desk can open it. "shut": it is needed and does not open here. */
export type KnownIdentity = IdentityPart | "none" | "shut"

/** Everything that can stand in the way on the desk. Each has a sentence and what to do. */
export type DeskFinding =
  | ConsentFinding
  | HandOffFinding
  | "agency-gone"
  | "list-too-old"
  | "boundaries-unknown"
  | "identity-shut"

export type JudgeInput = {
  readonly opened: OpenedCase
  readonly handOffs: HandOffs
  readonly handOff: HandOff
  readonly papers: SignedPapers
  readonly directory: VerifiedDirectory
  readonly known: KnownReleases
  readonly boundaries: readonly Boundary[] | null
  readonly identity: KnownIdentity
  readonly me: KeyId
  /** The server's time. */
  readonly nowMs: number
}

/**
 * Where a signed hand-off stands. "unreleased": our computer has not heard of it. "taken_back", "over": nothing more leaves.
 * "replaced": something newer was put forward. "handed": as often as allowed. "thinking": the person may still change their mind.
 */
export type HandOverStep = "unreleased" | "taken_back" | "over" | "replaced" | "handed" | "thinking" | "ready"

export type HandOverView = {
  readonly step: HandOverStep
  readonly release: ReleaseView | null
  readonly leftMs: number
  /** "asked": a member has to compare it. */
  readonly codeWord: "not_needed" | "asked" | "checked"
  /** Everything else that stops it. For somebody who does not see the identity only what they can tell. */
  readonly findings: readonly DeskFinding[]
  readonly signers: TwoSigners | null
  readonly mine: "drafter" | "approver" | "none"
  /** Which package of this consent comes next, from 1. */
  readonly use: number
  /** The drafter's newest signed list for it. */
  readonly plan: Said<PackagePlanBody> | null
  /** Everything that building takes; null when something stops it or it is not mine to build. */
  readonly leave: Leave | null
}

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

/** Judges a signed hand-off by what the case, the list of staff and our computer say now. Reads no clock and no network. */
export function judge(input: JudgeInput): HandOverView {
  const { papers, handOff, known, directory, me, nowMs } = input
  const { consent, release } = papers
  const view = known.releases.find(({ releaseId }) => releaseId === release.releaseId) ?? null
  const approvals = approvalsFor(handOff, consent, findStaffIn(directory))
  const signers = twoSigners(approvals)
  const used = usedOf(papers, known)
  const codeWord = codeWordOf(approvals, releasesOfCase(known, input.handOffs), nowMs)
  const mine = signers?.drafter === me ? "drafter" : signers?.approver === me ? "approver" : "none"
  const { leftMs } = coolOff(consent, nowMs)
  const looked = lookOver(input, approvals, used, leftMs, codeWord !== "not_needed")
  const findings = looked.findings.filter((each) => each !== "code-word-unchecked")
  const isCurrent = handOff.signed?.msgId === papers.said.msgId
  const step = stepOf({ papers, view, isCurrent, used, leftMs, isTakenBack: isTakenBack(input), known })
  const isFree = step === "ready" && looked.findings.length === 0 && mine !== "none"
  return {
    step,
    release: view,
    leftMs,
    codeWord,
    // Somebody who cannot see what leaves cannot say what is wrong with it either.
    findings: mine === "none" ? [] : findings,
    signers,
    mine,
    use: used + 1,
    plan: planFor(handOff, signers, used + 1),
    leave: isFree ? looked.leave : null,
  }
}

function stepOf(about: {
  readonly papers: SignedPapers
  readonly view: ReleaseView | null
  readonly isCurrent: boolean
  readonly isTakenBack: boolean
  readonly used: number
  readonly leftMs: number
  readonly known: KnownReleases
}): HandOverStep {
  const { papers, view, used, leftMs } = about
  if (about.isTakenBack) return "taken_back"
  if (used >= papers.consent.uses) return "handed"
  if (view?.state === "over") return used > 0 ? "handed" : "over"
  if (!about.isCurrent) return used > 0 ? "handed" : "replaced"
  if (view === null) return "unreleased"
  return leftMs > 0 ? "thinking" : "ready"
}

function usedOf({ digest }: SignedPapers, { releases }: KnownReleases): number {
  return releases
    .filter(({ release }) => readRelease(release)?.consentDigest === digest)
    .reduce((sum, { handed }) => sum + handed.length, 0)
}

function isTakenBack({ opened, papers, known, handOffs }: JudgeInput): boolean {
  const { digest, consent } = papers
  return revocationsOf(known, handOffs).some((envelope) => {
    const read = readRevocation(envelope, opened.caseKeys.signPk)
    return read !== null && isTakenBackBy(read, digest, consent.seq)
  })
}

/** Those that our computer tells of, and those that the person put into the case: neither hides the other. */
function revocationsOf(known: KnownReleases, handOffs: HandOffs): readonly DsseEnvelope[] {
  return [...known.revocations, ...handOffs.revoked.map(({ body }) => body.envelope)]
}

/** Those that the person signed in this case. An earlier package of our computer's invention must not spare anybody the word. */
function releasesOfCase({ releases }: KnownReleases, { handOffs }: HandOffs): readonly ReleaseView[] {
  const signed = handOffs.flatMap(({ everSigned }) => everSigned.map(({ body }) => body.release.payload))
  return releases.filter(({ release }) => signed.includes(release.payload))
}

function codeWordOf(
  approvals: readonly KnownApproval[],
  releases: readonly ReleaseView[],
  nowMs: number,
): HandOverView["codeWord"] {
  // Our computer keeps the day and no time: the whole day counts as its last moment.
  const earlierMs = releases.flatMap(({ handed }) => handed.map(({ day }) => Date.parse(`${day}T23:59:59Z`)))
  if (!needsCodeWord(earlierMs, nowMs)) return "not_needed"
  return approvals.some(({ approval }) => approval.act === "code_word_checked") ? "checked" : "asked"
}

function planFor(handOff: HandOff, signers: TwoSigners | null, use: number): Said<PackagePlanBody> | null {
  return handOff.plans.findLast((plan) => plan.author === signers?.drafter && plan.body.use === use) ?? null
}

function lookOver(
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
