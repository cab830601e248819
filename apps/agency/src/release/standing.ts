import { REVOCATIONS_MAX_AGE_MS } from "@shn/consent"
import type { InboxLine } from "@shn/wire"

/**
 * What an officer may do with a release now. "open": read it. "recalled": taken back before anybody here had it. "locked": taken
 * back afterwards, and the agency has not said what it does. "answered": it has. "over": its last day has passed. "gone": our
 * computer names it no more. "unheard": for a day nobody could ask whether it was taken back.
 */
export type Standing = "open" | "recalled" | "locked" | "answered" | "over" | "gone" | "unheard"

/** What the last look at the inbox said. */
export type LastLook = {
  readonly lines: readonly InboxLine[]
  /** When it was true, by our computer's clock, ms. */
  readonly asOfMs: number
}

/** @param look null before the first: then what the release itself said on opening counts */
export function standingOf(line: InboxLine, look: LastLook | null, nowMs: number): Standing {
  if (look === null) return ofState(line.state)
  if (nowMs - look.asOfMs >= REVOCATIONS_MAX_AGE_MS) return "unheard"
  const now = look.lines.find(({ releaseId }) => releaseId === line.releaseId)
  // A look that was under way while the release was opened cannot unlock what its opening said is locked.
  const before = ofState(line.state)
  return now === undefined
    ? "gone"
    : before === "open"
      ? ofState(now.state)
      : laterOf(before, ofState(now.state))
}

function ofState(state: InboxLine["state"]): Standing {
  switch (state) {
    case "signed":
    case "handed":
    case "fetched":
      return "open"
    default:
      return state
  }
}

/** A release that is closed never opens again; "locked" may become "answered". */
function laterOf(before: Standing, now: Standing): Standing {
  return now === "open" ? before : now
}
