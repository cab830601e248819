import type { Locale } from "@shn/domain"
import { fetchTrust, useAway, useServerClock, useTrust } from "@shn/staff"
import { AGENCY_ROUTES, api } from "@shn/wire"
import { useCallback, useReducer } from "preact/hooks"
import { EMPTY_DRAFT } from "../answer/draft.ts"
import { useInbox } from "../inbox/use-inbox.ts"
import { officerPlace } from "../session/officer-place.ts"
import type { Services } from "../session/services.ts"
import type { AgencyText } from "../text/all.ts"
import type { Agency, Call } from "./agency-context.tsx"
import { type AgencyEvent, type AgencyState, afterAgencyEvent, SIGNED_OUT } from "./state.ts"

/** Binds the pure state of the app to the network and the clock. `agency` is null while nobody is signed in. */
export function useAgencyState(
  services: Services,
  locale: Locale,
  text: AgencyText | null,
): {
  readonly state: AgencyState
  readonly send: (event: AgencyEvent) => void
  readonly agency: Agency | null
  readonly signOut: () => void
  /** How far the server's clock is ahead of the device's, ms; 0 until it has been heard. */
  readonly offsetMs: number
} {
  const [state, send] = useReducer(afterAgencyEvent, SIGNED_OUT)
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
  const leave = () => void api(AGENCY_ROUTES.signOut, {}, { fetch: services.fetch })

  useTrust(
    session === null
      ? null
      : {
          trust: session.trust,
          check: () => fetchTrust(services, officerPlace(session.keys.keyId)),
          onNews: (trust) => send({ type: "trust_changed", session: { ...session, trust } }),
        },
  )
  useAway(services.clock, session !== null, () => {
    send({ type: "session_ended" })
    leave()
  })
  const { inbox, lookAgain } = useInbox(session?.keys.keyId ?? null, call)

  const agency: Agency | null =
    session === null || text === null
      ? null
      : {
          locale,
          text,
          services,
          session,
          call,
          go: (place) => send({ type: "went", place }),
          draftOf: (releaseId) => state.drafts[releaseId] ?? EMPTY_DRAFT,
          keepDraft: (releaseId, draft) => send({ type: "drafted", releaseId, draft }),
          serverNow,
          inbox,
          lookAgain,
        }
  const signOut = () => {
    send({ type: "signed_out" })
    leave()
  }
  return { state, send, agency, signOut, offsetMs }
}
