import type { Clock, Locale, Result } from "@shn/domain"
import type { Remote } from "@shn/staff"
import type { ApiFailure, Route, v } from "@shn/wire"
import { type ComponentChildren, createContext } from "preact"
import { useContext } from "preact/hooks"
import type { Draft } from "../answer/draft.ts"
import type { LastLook } from "../release/standing.ts"
import type { Session } from "../session/door.ts"
import type { Services } from "../session/services.ts"
import type { AgencyText } from "../text/all.ts"
import type { Place } from "./place.ts"

/** Calls the server as whoever is signed in; an ended session leads to the sign-in screen by itself. */
export type Call = <R extends Route>(
  route: R,
  body: v.InferInput<R["request"]>,
) => Promise<Result<v.InferOutput<R["answer"]>, ApiFailure>>

/** What every screen behind the sign-in may ask for. */
export type Agency = {
  readonly locale: Locale
  readonly text: AgencyText
  readonly services: Services
  readonly session: Session
  readonly call: Call
  readonly go: (place: Place) => void
  readonly draftOf: (releaseId: string) => Draft
  /** @param draft null forgets it */
  readonly keepDraft: (releaseId: string, draft: Draft | null) => void
  /** The server's time as best known here, ms since 1970 UTC. */
  readonly serverNow: Clock
  /** The inbox as last looked at; looked at again every few seconds while somebody is signed in. */
  readonly inbox: Remote<LastLook>
  readonly lookAgain: () => void
}

const AgencyContext = /* @__PURE__ */ createContext<Agency | null>(null)

export function AgencyProvider(props: { readonly agency: Agency; readonly children: ComponentChildren }) {
  return <AgencyContext.Provider value={props.agency}>{props.children}</AgencyContext.Provider>
}

/** @throws Error when nobody is signed in (a bug). */
export function useAgency(): Agency {
  const agency = useContext(AgencyContext)
  if (agency === null) throw new Error("a screen of the agency was used without a session")
  return agency
}
