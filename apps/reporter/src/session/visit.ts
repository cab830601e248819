import { err, ok, type Result } from "@shn/domain"
import { loginAnswer, openingProof, publicKeysOf, type ReporterKeys } from "@shn/sealed"
import {
  type ApiFailure,
  type ApiOptions,
  api,
  REPORTER_ROUTES,
  type Route,
  type SolvedWork,
  type v,
} from "@shn/wire"

type Answer<R extends Route> = v.InferOutput<R["answer"]>
type Body<R extends Route> = v.InferInput<R["request"]>

/** One person's visit: the token and nothing else, in memory only. */
export type Visit = {
  /** Calls a route. A visit that has ended is opened again with the keys, unnoticed, and the same bytes sent once more. */
  readonly call: <R extends Route>(route: R, body: Body<R>) => Promise<Result<Answer<R>, ApiFailure>>
  /** Opens an empty sealed case. The same keys may open again. */
  readonly openCase: (keys: ReporterKeys, work: SolvedWork) => Promise<Result<null, ApiFailure>>
  readonly logIn: (keys: ReporterKeys) => Promise<Result<null, ApiFailure>>
  /**
   * The token, for the routes that carry bytes and for which `call` is not made.
   * @param renew the last one was refused: open the visit again with the keys
   * @returns null when there is no visit, or it cannot be opened again now
   */
  readonly token: (renew: boolean) => Promise<string | null>
  /** Ends the visit at the server too, without waiting for it. */
  readonly end: () => void
  /** Milliseconds by the server's clock minus ours at its last answer; null before the first. */
  readonly serverAheadMs: () => number | null
}

/**
 * @param origin of this page: what is signed names it, so that another site cannot pass the answer on
 * @param now this device's clock
 */
export function newVisit(options: {
  readonly fetch: ApiOptions["fetch"]
  readonly origin: string
  readonly now: () => number
}): Visit {
  let token: string | undefined
  let keysOfVisit: ReporterKeys | null = null
  let aheadMs: number | null = null

  const send = <R extends Route>(route: R, body: Body<R>) =>
    api(route, body, {
      fetch: options.fetch,
      ...(route.auth === "case" && token !== undefined ? { token } : {}),
      onServerTime: (ms) => {
        aheadMs = ms - options.now()
      },
    })

  async function logIn(keys: ReporterKeys): Promise<Result<null, ApiFailure>> {
    const { handle } = keys
    const asked = await send(REPORTER_ROUTES.loginChallenge, { handle })
    if (!asked.ok) return asked
    const { challenge } = asked.value
    const signature = loginAnswer(keys, options.origin, challenge)
    const answer = await send(REPORTER_ROUTES.login, { handle, challenge, signature })
    if (!answer.ok) return answer
    if (answer.value.caseId !== keys.caseId) return err("nonsense_answer")
    token = answer.value.token
    keysOfVisit = keys
    return ok(null)
  }

  return {
    async call(route, body) {
      const first = await send(route, body)
      if (first.ok || first.error !== "token_expired" || keysOfVisit === null) return first
      const again = await logIn(keysOfVisit)
      return again.ok ? send(route, body) : again
    },
    async openCase(keys, work) {
      const { caseId } = keys
      const proof = openingProof(keys, options.origin, work.challenge)
      const opened = await send(REPORTER_ROUTES.openCase, { caseId, ...publicKeysOf(keys), work, proof })
      if (!opened.ok) return opened
      if (opened.value.caseId !== caseId) return err("nonsense_answer")
      token = opened.value.token
      keysOfVisit = keys
      return ok(null)
    },
    logIn,
    async token(renew) {
      if (renew && keysOfVisit !== null && !(await logIn(keysOfVisit)).ok) return null
      return token ?? null
    },
    end() {
      if (token !== undefined) void send(REPORTER_ROUTES.logout, {})
      token = undefined
      keysOfVisit = null
    },
    serverAheadMs: () => aheadMs,
  }
}
