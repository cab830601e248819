import { afterLook, type Remote } from "@shn/staff"
import { AGENCY_ROUTES } from "@shn/wire"
import { useCallback, useEffect, useRef, useState } from "preact/hooks"
import type { Call } from "../app/agency-context.tsx"
import type { LastLook } from "../release/standing.ts"
import { startPulse, windowPulse } from "./pulse.ts"

const LOADING: Remote<LastLook> = { kind: "loading" }

/**
 * The inbox of whoever is signed in, asked for again and again.
 * @param who changes with the person; null while nobody is signed in
 */
export function useInbox(
  who: string | null,
  call: Call,
): { readonly inbox: Remote<LastLook>; readonly lookAgain: () => void } {
  const [held, setHeld] = useState({ who, inbox: LOADING })
  const latest = useRef({ who, call })
  latest.current = { who, call }

  const ask = useCallback(async () => {
    const asked = latest.current
    const answer = await asked.call(AGENCY_ROUTES.inbox, {})
    // Somebody else may be signed in by now.
    if (latest.current.who !== asked.who) return false
    const look = answer.ok
      ? ({
          ok: true,
          value: { lines: answer.value.lines, asOfMs: Date.parse(answer.value.serverTime) },
        } as const)
      : answer
    setHeld((before) => ({
      who: asked.who,
      inbox: afterLook(before.who === asked.who ? before.inbox : LOADING, look),
    }))
    return answer.ok
  }, [])

  useEffect(() => (who === null ? undefined : startPulse(windowPulse(ask))), [who, ask])
  const lookAgain = useCallback(() => void ask(), [ask])
  return { inbox: held.who === who ? held.inbox : LOADING, lookAgain }
}
