import {
  dayOf,
  err,
  type Locale,
  type NeedId,
  ok,
  parseNeedId,
  type Result,
  type RoutingFacets,
} from "@shn/domain"
import { wellFormed } from "@shn/primitives/encode"
import { type Random, randomUuidV4 } from "@shn/primitives/random"
import {
  type FileContent,
  type ReporterKeys,
  type SubmitBody,
  sealNewCase,
  type VerifiedDirectory,
} from "@shn/sealed"
import { type ApiFailure, type ProposalAnswer, REPORTER_ROUTES } from "@shn/wire"
import type { StaffListFailure, StaffListKeeper } from "../session/staff-list.ts"
import type { Visit } from "../session/visit.ts"
import type { WorkAhead } from "../session/work-ahead.ts"
import type { HelpAnswers, SafeContact } from "./answers.ts"
import { facetsOf } from "./facets.ts"
import { intakeFrom } from "./intake.ts"
import { hasNoReader, type Readers, readersFrom, showsSamePeople } from "./readers.ts"
import { storedBefore } from "./stored-before.ts"

/** What a submission works with. Everything that touches the world is handed in. */
export type SubmissionTools = {
  readonly visit: Visit
  readonly staffList: StaffListKeeper
  readonly work: WorkAhead
  readonly keys: () => Promise<ReporterKeys>
  readonly random: Random
  readonly locale: Locale
  readonly contactLabels: { readonly [Part in keyof SafeContact]: string }
}

/** Everything the review screen shows, and from which exactly one case is sealed. */
export type Review = {
  readonly answers: HelpAnswers
  readonly needs: readonly { readonly needId: NeedId; readonly facets: RoutingFacets }[]
  readonly readers: Readers
  readonly directory: VerifiedDirectory
  readonly proposal: ProposalAnswer
  /** Nobody on duty: when somebody is (ISO, UTC), or null where that is not known. */
  readonly offDuty: { readonly nextAt: string | null } | null
}

export type ReviewFailure = StaffListFailure | "uncertified-proposal" | "nobody"
/** "already-sent": an earlier try had arrived, and what was changed since has not. */
export type SendFailure = ReviewFailure | "too-long" | "already-sent"
/** "changed": the person the reporter agreed to is no longer free, so the new review must be agreed to first. */
export type Sent = { readonly kind: "sent" } | { readonly kind: "changed"; readonly review: Review }

export type Submission = {
  /** Opens the sealed case if it is not open yet: it owns the room for files, so it comes before the first of them. */
  readonly open: () => Promise<Result<null, ApiFailure>>
  /** Step 4a: opens the case if need be, asks for a proposal, verifies everybody in it. */
  readonly prepare: (answers: HelpAnswers) => Promise<Result<Review, ReviewFailure>>
  /**
   * Seals what the review shows and hands it in. Again with the same review and files: the same bytes, never a second
   * case.
   * @param files what the report says about each chosen file
   */
  readonly send: (review: Review, files?: readonly FileContent[]) => Promise<Result<Sent, SendFailure>>
}

/** Carries one case from the review to the server. Holds the opened visit and the sealed bytes between tries. */
export function newSubmission(tools: SubmissionTools): Submission {
  const { visit } = tools
  let isOpen = false
  let sealed: { readonly review: Review; readonly files: string; readonly body: SubmitBody } | null = null

  // Two that ask at the same moment share one puzzle and one opening.
  let opening: Promise<Result<null, ApiFailure>> | null = null
  function openOnce(): Promise<Result<null, ApiFailure>> {
    if (isOpen) return Promise.resolve(ok(null))
    opening ??= open().finally(() => {
      opening = null
    })
    return opening
  }

  async function open(): Promise<Result<null, ApiFailure>> {
    const work = await tools.work.take()
    if (!work.ok) return work
    const opened = await visit.openCase(await tools.keys(), work.value)
    isOpen = opened.ok
    return opened
  }

  async function prepare(answers: HelpAnswers): Promise<Result<Review, ReviewFailure>> {
    const ready = await openOnce()
    if (!ready.ok) return ready
    const directory = await tools.staffList.load(true)
    if (!directory.ok) return directory
    const { members } = directory.value
    const needs = answers.needs.map((discipline) => ({
      needId: newNeedId(tools.random),
      facets: facetsOf(answers, discipline, members),
    }))
    const body = {
      needs: needs.map(({ needId, facets }) => ({
        needId,
        facets: { ...facets, languages: [...facets.languages] },
      })),
      work: null,
    }
    const proposal = await callOpen(() => visit.call(REPORTER_ROUTES.propose, body))
    if (!proposal.ok) return proposal
    const readers = readersFrom(answers, proposal.value, directory.value)
    if (readers === null) return err("uncertified-proposal")
    if (hasNoReader(readers)) return err("nobody")
    const duty = await visit.call(REPORTER_ROUTES.duty, {})
    const isOffDuty = duty.ok && duty.value.onDuty.length === 0
    return ok({
      answers,
      needs,
      readers,
      directory: directory.value,
      proposal: proposal.value,
      offDuty: isOffDuty ? { nextAt: duty.value.nextAt } : null,
    })
  }

  // The case may have expired, or a server started anew may not know this visit: open it again, once.
  async function callOpen<T>(call: () => Promise<Result<T, ApiFailure>>): Promise<Result<T, ApiFailure>> {
    const first = await call()
    if (first.ok || !REOPEN.includes(first.error)) return first
    const opened = await open()
    return opened.ok ? call() : opened
  }

  async function bodyOf(
    review: Review,
    files: readonly FileContent[],
  ): Promise<Result<SubmitBody, "too-long">> {
    const told = JSON.stringify(files)
    if (sealed?.review === review && sealed.files === told) return ok(sealed.body)
    const made = await seal(review, files, tools)
    if (made.ok) sealed = { review, files: told, body: made.value }
    return made
  }

  async function send(
    review: Review,
    files: readonly FileContent[] = [],
  ): Promise<Result<Sent, SendFailure>> {
    const body = await bodyOf(review, files)
    if (!body.ok) return body
    const answer = await callOpen(() => visit.call(REPORTER_ROUTES.submit, body.value))
    if (answer.ok) return ok({ kind: "sent" })
    switch (answer.error) {
      case "conflict":
        return whatArrived(review, files)
      case "proposal_expired":
      case "proposal_mismatch": {
        const fresh = await prepare(review.answers)
        if (!fresh.ok) return fresh
        if (!showsSamePeople(review.readers, fresh.value.readers)) {
          return ok({ kind: "changed", review: fresh.value })
        }
        return send(fresh.value, files)
      }
      default:
        return answer
    }
  }

  // Something is there already under these keys: our own try of before, perhaps with other words.
  async function whatArrived(
    { answers, directory }: Review,
    files: readonly FileContent[],
  ): Promise<Result<Sent, SendFailure>> {
    const intake = intakeFrom(answers, tools.locale, tools.contactLabels)
    const stored = await storedBefore({ visit, keys: await tools.keys(), directory, answers, intake, files })
    if (stored === "nothing") return err("conflict")
    return stored === "same" ? ok({ kind: "sent" }) : err("already-sent")
  }

  return { open: openOnce, prepare, send }
}

const REOPEN: readonly ApiFailure[] = ["token_expired", "login_failed", "case_expired"]

async function seal(
  review: Review,
  files: readonly FileContent[],
  tools: SubmissionTools,
): Promise<Result<SubmitBody, "too-long">> {
  const { answers, readers, directory } = review
  const nowMs = tools.staffList.now()
  const made = await sealNewCase({
    keys: await tools.keys(),
    directoryVersion: directory.version,
    policy: answers.policy,
    coordinators: readers.coordinators,
    trustees: readers.trustees,
    needs: review.needs.map(({ needId, facets }) => ({
      needId,
      facets,
      picks: readers.needs.find((need) => need.needId === needId)?.picks ?? [],
      preview: wellFormed(answers.about),
    })),
    intake: intakeFrom(answers, tools.locale, tools.contactLabels),
    files,
    proposalId: review.proposal.proposalId,
    today: dayOf(nowMs),
    nowMs,
    random: tools.random,
  })
  // Fewer than ten people can be named on this form, so "too many readers" is a bug, not an answer.
  if (!made.ok && made.error === "too-many-readers") throw new Error("too many readers")
  return made.ok ? made : err("too-long")
}

function newNeedId(random: Random): NeedId {
  const parsed = parseNeedId(randomUuidV4(random))
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}
