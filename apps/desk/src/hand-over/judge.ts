import { coolOff, isTakenBackBy, needsCodeWord, readRelease, readRevocation } from "@shn/consent"
import { findStaffIn, type HandOff, type HandOffs, type PackagePlanBody, type Said } from "@shn/sealed"
import type { ReleaseView } from "@shn/wire"
import { type DeskFinding, type JudgeInput, type KnownReleases, revocationsOf } from "./facts.ts"
import { type Leave, leaveFor } from "./leave.ts"
import {
  approvalsFor,
  type KnownApproval,
  type SignedPapers,
  type TwoSigners,
  twoSigners,
} from "./signed-papers.ts"

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
  const looked = leaveFor(input, approvals, used, leftMs, codeWord !== "not_needed")
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
