import { moveTo, startTrail, type Trail } from "@shn/staff"
import type { Draft } from "../answer/draft.ts"
import type { Session } from "../session/door.ts"
import { goTo, INBOX, type Place } from "./place.ts"

/** Answers begun but not sent, by release. In this tab's memory only. */
export type Drafts = Readonly<Record<string, Draft>>

/** What the whole app knows. Keys are in here, so it lives in memory and is never written anywhere. */
export type AgencyState = {
  readonly signedIn: { readonly session: Session; readonly trail: Trail<Place> } | null
  /** Who was here before and where, while they have to sign in again. Null after a sign out. */
  readonly ended: {
    readonly alias: string
    readonly memberId: string
    readonly trail: Trail<Place>
  } | null
  readonly drafts: Drafts
}

export type AgencyEvent =
  | { readonly type: "signed_in"; readonly session: Session }
  | { readonly type: "session_ended" }
  | { readonly type: "signed_out" }
  | { readonly type: "trust_changed"; readonly session: Session }
  | { readonly type: "went"; readonly place: Place }
  | { readonly type: "moved"; readonly position: unknown }
  /** `draft` null: it was sent, or its words are to be forgotten. */
  | { readonly type: "drafted"; readonly releaseId: string; readonly draft: Draft | null }

export const SIGNED_OUT: AgencyState = { signedIn: null, ended: null, drafts: {} }

/** What the app is after an event. Pure. */
export function afterAgencyEvent(state: AgencyState, event: AgencyEvent): AgencyState {
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
      return { ...state, signedIn: { ...signedIn, trail: goTo(signedIn.trail, event.place) } }
    case "moved":
      if (signedIn === null) return state
      return { ...state, signedIn: { ...signedIn, trail: moveTo(signedIn.trail, event.position) } }
    case "drafted":
      return { ...state, drafts: withDraft(state.drafts, event.releaseId, event.draft) }
  }
}

function withDraft(drafts: Drafts, releaseId: string, draft: Draft | null): Drafts {
  const { [releaseId]: _before, ...rest } = drafts
  return draft === null ? rest : { ...rest, [releaseId]: draft }
}

/** Only the same person finds their words and their place again; another one at the same desk starts afresh. */
function whenSignedIn({ ended, drafts }: AgencyState, session: Session): AgencyState {
  const isBack = ended !== null && ended.memberId === session.keys.memberId
  return {
    signedIn: { session, trail: isBack ? ended.trail : startTrail(INBOX) },
    ended: null,
    drafts: isBack ? drafts : {},
  }
}
