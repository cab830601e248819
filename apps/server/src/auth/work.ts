import { err, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { verifyPow } from "@shn/primitives/pow-verify"
import type { SolvedWork } from "@shn/wire"
import type { Deps } from "../deps.ts"
import { challengeEnd, newChallenge } from "./challenge.ts"

/** Long enough to write a story while the phone works. */
export const WORK_SECONDS = 60 * 60

export type WorkPurpose = "open" | "budget"

export function newWork(deps: Deps, purpose: WorkPurpose): Uint8Array {
  return newChallenge(deps.secret, word(deps, purpose), deps.clock() + WORK_SECONDS * 1000, deps.random)
}

/** A solution whose puzzle is ours, young and solved. Whether it was used before is decided when it is spent. */
export type Solution = { readonly hash: Uint8Array; readonly challenge: Uint8Array; readonly endsMs: number }

export function checkedWork(
  deps: Deps,
  purpose: WorkPurpose,
  work: SolvedWork,
): Result<Solution, "work_expired" | "work_wrong"> {
  const challenge = fromBase64url(work.challenge)
  const endsMs = challenge && challengeEnd(deps.secret, word(deps, purpose), challenge, deps.clock())
  if (challenge === null || endsMs === null) return err("work_expired")
  if (!verifyPow(challenge, deps.workBits, work.nonce)) return err("work_wrong")
  return ok({ hash: sha256(challenge), challenge, endsMs })
}

// The difficulty is part of the mark: a puzzle asked for when it was easy does not count when it is hard.
function word(deps: Deps, purpose: WorkPurpose): string {
  return `work/${purpose}/${deps.workBits}`
}
