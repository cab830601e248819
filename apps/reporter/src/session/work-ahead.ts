import { err, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { type ApiFailure, REPORTER_ROUTES, type SolvedWork } from "@shn/wire"
import type { HeavyWork } from "./heavy-work.ts"
import type { Visit } from "./visit.ts"

/** Solves the puzzle that opens a case while the person is still writing. */
export type WorkAhead = {
  /** Begins, unless one is under way or solved and fresh. Never fails loudly: `take` tries again. */
  readonly start: () => void
  /** The solution, to be used once. */
  readonly take: () => Promise<Result<SolvedWork, ApiFailure>>
}

// The server's own limit is what counts; this much is left for the way there.
const MARGIN_MS = 15_000

type Solved = { readonly work: SolvedWork; readonly freshUntilMs: number }

/** @param now this device's clock */
export function workAhead(visit: Visit, heavy: HeavyWork, now: () => number): WorkAhead {
  let running: Promise<Result<Solved, ApiFailure>> | null = null
  const begin = () => {
    running ??= solve(visit, heavy, now)
    return running
  }
  return {
    start() {
      void begin()
    },
    async take() {
      const first = await begin()
      running = null
      if (first.ok && first.value.freshUntilMs > now()) return ok(first.value.work)
      const again = await solve(visit, heavy, now)
      return again.ok ? ok(again.value.work) : again
    },
  }
}

async function solve(visit: Visit, heavy: HeavyWork, now: () => number): Promise<Result<Solved, ApiFailure>> {
  const asked = await visit.call(REPORTER_ROUTES.work, { purpose: "open" })
  if (!asked.ok) return asked
  const freshUntilMs = now() + asked.value.expiresInSeconds * 1000 - MARGIN_MS
  const challenge = fromBase64url(asked.value.challenge)
  const nonce = challenge === null ? null : await heavy.solve(challenge, asked.value.bits)
  if (nonce === null) return err("nonsense_answer")
  return ok({ work: { challenge: asked.value.challenge, nonce }, freshUntilMs })
}
