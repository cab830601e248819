import { err, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { type ApiFailure, REPORTER_ROUTES, type SolvedWork } from "@shn/wire"
import type { HeavyWork } from "./heavy-work.ts"
import type { Visit } from "./visit.ts"

/** One solved puzzle that buys a case more of what it has used up. Takes about a second. */
export async function moreAllowance(visit: Visit, heavy: HeavyWork): Promise<Result<SolvedWork, ApiFailure>> {
  const asked = await visit.call(REPORTER_ROUTES.work, { purpose: "budget" })
  if (!asked.ok) return asked
  const challenge = fromBase64url(asked.value.challenge)
  const nonce = challenge === null ? null : await heavy.solve(challenge, asked.value.bits)
  return nonce === null ? err("nonsense_answer") : ok({ challenge: asked.value.challenge, nonce })
}

/** Makes a call; where the day's allowance is used, works for more and makes it once again. */
export async function withAllowance<T>(
  visit: Visit,
  heavy: HeavyWork,
  call: (bought: { readonly work?: SolvedWork }) => Promise<Result<T, ApiFailure>>,
): Promise<Result<T, ApiFailure>> {
  const first = await call({})
  if (first.ok || first.error !== "budget_used") return first
  const work = await moreAllowance(visit, heavy)
  return work.ok ? call({ work: work.value }) : work
}
