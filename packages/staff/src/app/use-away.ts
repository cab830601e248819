import type { Clock } from "@shn/domain"
import { useEffect, useRef } from "preact/hooks"
import { browserPresence, watchPresence } from "../session/away.ts"

/** Says once when somebody who is signed in has not touched this window for an hour. */
export function useAway(clock: Clock, isSignedIn: boolean, onAway: () => void): void {
  const latest = useRef(onAway)
  latest.current = onAway
  useEffect(
    () => (isSignedIn ? watchPresence(browserPresence(clock), () => latest.current()) : undefined),
    [clock, isSignedIn],
  )
}
