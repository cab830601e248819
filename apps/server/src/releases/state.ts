import type { Day } from "@shn/domain"
import type { ReleaseState } from "@shn/wire"

/** What has happened to a release. */
export type ReleaseFacts = {
  readonly handed: boolean
  /** An officer has taken some of a package. */
  readonly fetched: boolean
  readonly revoked: boolean
  /** The agency has said what it does about the taking back. */
  readonly stopAnswered: boolean
  readonly lastDay: Day
}

/** What may be done with a release. The table is in docs/OPERATIONS.md and docs/PROTOCOL.md tells why. */
export type ReleaseActs = {
  readonly handOver: boolean
  readonly fetch: boolean
  readonly answer: boolean
  /** Answering that it was taken back. */
  readonly answerStop: boolean
}

/** Where a release stands on a day. Taking back outweighs everything, a last day that has passed all but that. */
export function releaseState(facts: ReleaseFacts, today: Day): ReleaseState {
  if (facts.revoked) {
    if (!facts.fetched) return "recalled"
    return facts.stopAnswered ? "answered" : "locked"
  }
  if (today > facts.lastDay) return "over"
  if (facts.fetched) return "fetched"
  return facts.handed ? "handed" : "signed"
}

/**
 * Which acts a release allows. Answers are welcome for as long as the agency has ever had the package: an FIR comes months
 * after the last day of a consent, and also after somebody took it back.
 */
export function releaseActs(facts: ReleaseFacts, today: Day): ReleaseActs {
  const state = releaseState(facts, today)
  const isOpen = state === "signed" || state === "handed" || state === "fetched"
  return {
    handOver: isOpen,
    fetch: isOpen && facts.handed,
    answer: facts.fetched,
    answerStop: facts.revoked && facts.fetched,
  }
}
