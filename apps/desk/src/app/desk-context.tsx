import type { Locale, Result } from "@shn/domain"
import type { ApiFailure, Route, v } from "@shn/wire"
import { type ComponentChildren, createContext } from "preact"
import { useContext } from "preact/hooks"
import type { SendingTray } from "../files/sending-tray.ts"
import type { PackingTray } from "../hand-over/packing-tray.ts"
import type { CaseMemory } from "../session/case-memory.ts"
import type { Session } from "../session/door.ts"
import type { Services } from "../session/services.ts"
import type { DeskText } from "../text/all.ts"
import type { DeskRoute } from "./route.ts"

/** Calls the server as whoever is signed in; an ended session leads to the sign-in screen by itself. */
export type Call = <R extends Route>(
  route: R,
  body: v.InferInput<R["request"]>,
) => Promise<Result<v.InferOutput<R["answer"]>, ApiFailure>>

/** What every screen behind the sign-in may ask for. */
export type Desk = {
  readonly locale: Locale
  readonly text: DeskText
  readonly services: Services
  readonly session: Session
  readonly call: Call
  readonly go: (route: DeskRoute) => void
  /** What was begun and not sent, by place: a case for its message, a draft for its complaint. */
  readonly unsentFor: (place: string) => string
  readonly keepUnsent: (place: string, text: string) => void
  readonly seenCases: CaseMemory
  /** Files on their way from here, while I am signed in. */
  readonly sending: SendingTray
  /** Packages for agencies that are being made here, while I am signed in. */
  readonly packing: PackingTray
  /** The server's time as best known here, ms since 1970 UTC. */
  readonly serverNow: () => number
}

const DeskContext = /* @__PURE__ */ createContext<Desk | null>(null)

export function DeskProvider({
  desk,
  children,
}: {
  readonly desk: Desk
  readonly children: ComponentChildren
}) {
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>
}

/** @throws Error when nobody is signed in (a bug). */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error("a screen of the desk was used without a session")
  return desk
}
