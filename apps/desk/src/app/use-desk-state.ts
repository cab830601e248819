import type { Locale } from "@shn/domain"
import { api, DESK_ROUTES } from "@shn/wire"
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks"
import { sayInCase } from "../files/say-in-case.ts"
import { sendingTray } from "../files/sending-tray.ts"
import { browserPresence, watchPresence } from "../session/away.ts"
import type { CaseMemory } from "../session/case-memory.ts"
import { checkDirectory } from "../session/directory-check.ts"
import type { Services } from "../session/services.ts"
import { unsentFor } from "../session/unsent.ts"
import type { DeskText } from "../text/all.ts"
import type { Call, Desk } from "./desk-context.tsx"
import { afterDeskEvent, type DeskEvent, type DeskState, SIGNED_OUT } from "./state.ts"

/** How often a signed-in desk checks the list of staff keys again: somebody may have left, or a key been renewed. */
const DIRECTORY_MS = 10 * 60_000
/** While the list is refused: it may only have been the network, and the desk is of little use without it. */
const REFUSED_MS = 15_000

export type LiveDesk = { readonly desk: Desk; readonly signOut: () => Promise<void> }

/** Binds the pure state of the desk to the network and the clock. `desk` is null while nobody is signed in. */
export function useDeskState(
  services: Services,
  locale: Locale,
  text: DeskText | null,
): {
  readonly state: DeskState
  readonly send: (event: DeskEvent) => void
  readonly desk: LiveDesk | null
  /** How far the server's clock is ahead of the device's, ms; 0 until it has been heard. */
  readonly offsetMs: number
} {
  const [state, send] = useReducer(afterDeskEvent, SIGNED_OUT)
  const { offset, offsetMs, onServerTime } = useServerClock(services)
  const session = state.signedIn?.session ?? null

  const call = useCallback<Call>(
    async (route, body) => {
      const answer = await api(route, body, { fetch: services.fetch, onServerTime })
      if (!answer.ok && answer.error === "session_ended") send({ type: "session_ended" })
      return answer
    },
    [services, onServerTime],
  )

  useEffect(() => {
    if (session === null) return
    const everyMs = session.trust.kind === "refused" ? REFUSED_MS : DIRECTORY_MS
    const timer = setInterval(() => {
      void checkDirectory(services, session.keys.keyId).then((trust) => {
        // No network is no news about the list: the one we checked before still holds.
        if (trust.kind === "refused" && trust.trouble === "offline") return
        const roles = trust.kind === "trusted" ? trust.roles : session.roles
        send({ type: "trust_changed", session: { ...session, roles, trust } })
      })
    }, everyMs)
    return () => clearInterval(timer)
  }, [services, session])

  const isSignedIn = session !== null
  useEffect(() => {
    if (!isSignedIn) return
    return watchPresence(browserPresence(services.clock), () => {
      send({ type: "session_ended" })
      void api(DESK_ROUTES.signOut, {}, { fetch: services.fetch })
    })
  }, [services, isSignedIn])

  const { unsent } = state
  const keyId = session?.keys.keyId ?? null
  // Begins empty for every person: what one reader has seen is no measure for another.
  const seenCases = useMemo((): CaseMemory => new Map(), [keyId])
  const latest = useRef<Desk | null>(null)
  const sending = useMemo(
    () =>
      sendingTray({
        startWork: services.startFileWork,
        say: (caseId, content, isStopped) => sayInCase(() => latest.current, caseId, content, isStopped),
        drop: (caseId, uploadId) => call(DESK_ROUTES.dropUpload, { caseId, uploadId }),
        now: services.clock,
        random: services.random,
      }),
    // Another person at this desk sends nothing of what the one before had begun.
    [services, call, keyId],
  )
  useEffect(() => () => sending.close(), [sending])
  const serverNow = useCallback(() => services.clock() + offset.current, [services, offset])
  const desk = useMemo((): LiveDesk | null => {
    if (session === null || text === null) return null
    return {
      desk: {
        locale,
        text,
        services,
        session,
        call,
        go: (route) => send({ type: "went", route }),
        unsentFor: (caseId) => unsentFor(unsent, caseId),
        keepUnsent: (caseId, words) => send({ type: "typed", caseId, text: words }),
        seenCases,
        sending,
        serverNow,
      },
      signOut: async () => {
        send({ type: "signed_out" })
        await api(DESK_ROUTES.signOut, {}, { fetch: services.fetch })
      },
    }
  }, [services, locale, text, session, unsent, call, seenCases, sending, serverNow])
  latest.current = desk?.desk ?? null
  return { state, send, desk, offsetMs }
}

function useServerClock(services: Services) {
  const offset = useRef(0)
  const [offsetMs, setOffsetMs] = useState(0)
  const onServerTime = useCallback(
    (serverMs: number) => {
      const next = serverMs - services.clock()
      // The header counts whole seconds: smaller changes are noise and would redraw the page for nothing.
      if (Math.abs(next - offset.current) < 2_000) return
      offset.current = next
      setOffsetMs(next)
    },
    [services],
  )
  return { offset, offsetMs, onServerTime }
}
