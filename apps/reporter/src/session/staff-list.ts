import { dayOf, err, ok, type Result } from "@shn/domain"
import { type DirectoryProblem, type VerifiedDirectory, verifyDirectory } from "@shn/sealed"
import { type ApiFailure, type Deployment, REPORTER_ROUTES } from "@shn/wire"
import type { Visit } from "./visit.ts"

/** Why the list of staff could not be used. `clock_doubt`: the person must say which date is right first. */
export type StaffListFailure = ApiFailure | DirectoryProblem | "expired" | "clock_doubt"

/** A clock further off than this changes which day it is, and with it whether a list looks fresh. */
export const CLOCK_DOUBT_MS = 36 * 3_600_000

export type StaffListKeeper = {
  /**
   * Fetches and verifies the signed list of staff.
   * @param mustBeFresh an expired list is refused: nobody new may be sealed to
   */
  readonly load: (mustBeFresh: boolean) => Promise<Result<VerifiedDirectory, StaffListFailure>>
  /** The person's answer to "which date is right?". */
  readonly trustClock: (whose: "phone" | "server") => void
  /** This device's clock, or the server's where the person said so. Milliseconds since 1970. */
  readonly now: () => number
  /** The server's clock, whichever the person trusts; null before its first answer. */
  readonly serverNow: () => number | null
}

/** Keeps the newest version seen during this visit, so that an older list is noticed. */
export function staffListKeeper(
  visit: Visit,
  deployment: Deployment,
  deviceNow: () => number,
): StaffListKeeper {
  let newestVersion = 0
  let trusted: "phone" | "server" | null = null
  const now = () => deviceNow() + (trusted === "server" ? (visit.serverAheadMs() ?? 0) : 0)
  return {
    now,
    serverNow() {
      const aheadMs = visit.serverAheadMs()
      return aheadMs === null ? null : deviceNow() + aheadMs
    },
    trustClock(whose) {
      trusted = whose
    },
    async load(mustBeFresh) {
      const answer = await visit.call(REPORTER_ROUTES.directory, {})
      if (!answer.ok) return answer
      const aheadMs = visit.serverAheadMs()
      if (trusted === null && aheadMs !== null && Math.abs(aheadMs) > CLOCK_DOUBT_MS)
        return err("clock_doubt")
      const list = verifyDirectory({
        org: deployment,
        registrars: answer.value.registrars,
        directory: answer.value.directory,
        today: dayOf(now()),
        atLeastVersion: newestVersion,
      })
      if (!list.ok) return list
      newestVersion = list.value.version
      return mustBeFresh && list.value.freshness === "expired" ? err("expired") : ok(list.value)
    },
  }
}
