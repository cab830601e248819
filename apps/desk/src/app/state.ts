import { moveTo, startTrail, type Trail } from "@shn/staff"
import type { Session } from "../session/door.ts"
import { keepUnsent, NOTHING_UNSENT, type Unsent, unsentAfterSignIn } from "../session/unsent.ts"
import { type DeskRoute, firstRoute, goTo } from "./route.ts"

/** What the whole desk knows. Session keys are in here, so it lives in memory and is never written anywhere. */
export type DeskState = {
  readonly signedIn: { readonly session: Session; readonly trail: Trail<DeskRoute> } | null
  /** Who was here before and where, while they have to sign in again. Null after a sign out. */
  readonly ended: {
    readonly alias: string
    readonly memberId: string
    readonly trail: Trail<DeskRoute>
  } | null
  readonly unsent: Unsent
}

export type DeskEvent =
  | { readonly type: "signed_in"; readonly session: Session }
  | { readonly type: "session_ended" }
  | { readonly type: "signed_out" }
  | { readonly type: "trust_changed"; readonly session: Session }
  | { readonly type: "went"; readonly route: DeskRoute }
  | { readonly type: "moved"; readonly position: unknown }
  | { readonly type: "typed"; readonly place: string; readonly text: string }

export const SIGNED_OUT: DeskState = { signedIn: null, ended: null, unsent: NOTHING_UNSENT }

/** What the desk is after an event. Pure. */
export function afterDeskEvent(state: DeskState, event: DeskEvent): DeskState {
  const { signedIn } = state
  switch (event.type) {
    case "signed_in":
      return whenSignedIn(state, event.session)
    case "session_ended":
      if (signedIn === null) return state
      return {
        ...state,
        signedIn: null,
        ended: {
          alias: signedIn.session.alias,
          memberId: signedIn.session.keys.memberId,
          trail: signedIn.trail,
        },
      }
    case "signed_out":
      return SIGNED_OUT
    case "trust_changed":
      // An answer that comes after signing out must not sign anybody in again.
      if (signedIn === null || signedIn.session.keys !== event.session.keys) return state
      return { ...state, signedIn: { ...signedIn, session: event.session } }
    case "went":
      if (signedIn === null) return state
      return { ...state, signedIn: { ...signedIn, trail: goTo(signedIn.trail, event.route) } }
    case "moved":
      if (signedIn === null) return state
      return { ...state, signedIn: { ...signedIn, trail: moveTo(signedIn.trail, event.position) } }
    case "typed":
      return { ...state, unsent: keepUnsent(state.unsent, event.place, event.text) }
  }
}

function whenSignedIn(state: DeskState, session: Session): DeskState {
  const { memberId } = session.keys
  const isBack = state.ended !== null && state.ended.memberId === memberId
  const trail = isBack && state.ended !== null ? state.ended.trail : startTrail(firstRoute(session.roles))
  return {
    signedIn: { session, trail },
    ended: null,
    unsent: unsentAfterSignIn(state.unsent, state.ended?.memberId ?? null, memberId),
  }
}
