import type { Locale } from "@shn/domain"
import { fetchTrust, useAway, useServerClock, useTrust } from "@shn/staff"
import { api, DESK_ROUTES } from "@shn/wire"
import { useCallback, useEffect, useMemo, useReducer, useRef } from "preact/hooks"
import { sayInCase } from "../files/say-in-case.ts"
import { sendingTray } from "../files/sending-tray.ts"
import { packingPorts } from "../hand-over/packing-ports.ts"
import { packingTray } from "../hand-over/packing-tray.ts"
import type { CaseMemory } from "../session/case-memory.ts"
import { memberPlace } from "../session/directory-check.ts"
import type { Services } from "../session/services.ts"
import { unsentFor } from "../session/unsent.ts"
import type { DeskText } from "../text/all.ts"
import type { Call, Desk } from "./desk-context.tsx"
import { afterDeskEvent, type DeskEvent, type DeskState, SIGNED_OUT } from "./state.ts"

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
  const { offsetMs, serverNow, onServerTime } = useServerClock(services.clock)
  const session = state.signedIn?.session ?? null

  const call = useCallback<Call>(
    async (route, body) => {
      const answer = await api(route, body, { fetch: services.fetch, onServerTime })
      if (!answer.ok && answer.error === "session_ended") send({ type: "session_ended" })
      return answer
    },
    [services, onServerTime],
  )

  useTrust(
    session === null
      ? null
      : {
          trust: session.trust,
          check: () => fetchTrust(services, memberPlace(session.keys.keyId)),
          onNews: (trust) => {
            const roles = trust.kind === "trusted" ? trust.roles : session.roles
            send({ type: "trust_changed", session: { ...session, roles, trust } })
          },
        },
  )
  useAway(services.clock, session !== null, () => {
    send({ type: "session_ended" })
    void api(DESK_ROUTES.signOut, {}, { fetch: services.fetch })
  })

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
  const packing = useMemo(
    () =>
      packingTray(
        packingPorts(() => latest.current, {
          startWork: services.startPackageWork,
          drop: async (caseId, uploadId) => (await call(DESK_ROUTES.dropUpload, { caseId, uploadId })).ok,
          now: serverNow,
        }),
      ),
    // What one person signed and began to send is not sent on by another.
    [services, call, keyId, serverNow],
  )
  useEffect(() => () => packing.close(), [packing])
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
        unsentFor: (place) => unsentFor(unsent, place),
        keepUnsent: (place, words) => send({ type: "typed", place, text: words }),
        seenCases,
        sending,
        packing,
        serverNow,
      },
      signOut: async () => {
        send({ type: "signed_out" })
        await api(DESK_ROUTES.signOut, {}, { fetch: services.fetch })
      },
    }
  }, [services, locale, text, session, unsent, call, seenCases, sending, packing, serverNow])
  latest.current = desk?.desk ?? null
  return { state, send, desk, offsetMs }
}
