import type { Alias, MemberId } from "@shn/domain"
import { describe, expect, it } from "vitest"
import { EMPTY_DRAFT } from "../answer/draft.ts"
import type { Session } from "../session/door.ts"
import { INBOX, placeOf } from "./place.ts"
import { type AgencyEvent, type AgencyState, afterAgencyEvent, SIGNED_OUT } from "./state.ts"

const sessionOf = (name: string): Session => ({
  alias: name as Alias,
  keys: { memberId: name as MemberId } as Session["keys"],
  agencyId: "door-nccia",
  inboxes: [],
  trust: { kind: "refused", trouble: "offline" },
})
const after = (...events: readonly AgencyEvent[]): AgencyState => events.reduce(afterAgencyEvent, SIGNED_OUT)
const RELEASE = { name: "release", releaseId: "one" } as const
const rabia = sessionOf("Rabia")
const writing: readonly AgencyEvent[] = [
  { type: "signed_in", session: rabia },
  { type: "went", place: RELEASE },
  { type: "drafted", releaseId: "one", draft: { ...EMPTY_DRAFT, note: "We have read it" } },
]

describe("an officer's session", () => {
  it("begins at the inbox", () => {
    expect(placeOf(after({ type: "signed_in", session: rabia }).signedIn!.trail)).toEqual(INBOX)
  })
  it("takes the keys away at once when it ends, and gives the same officer back their words and their place", () => {
    const ended = after(...writing, { type: "session_ended" })
    expect(ended.signedIn).toBeNull()
    const back = afterAgencyEvent(ended, { type: "signed_in", session: sessionOf("Rabia") })
    expect(back.drafts.one?.note).toBe("We have read it")
    expect(placeOf(back.signedIn!.trail)).toEqual(RELEASE)
  })
  it("shows nothing of it to a colleague at the same desk", () => {
    const other = after(
      ...writing,
      { type: "session_ended" },
      { type: "signed_in", session: sessionOf("Kamran") },
    )
    expect(other.drafts).toEqual({})
    expect(placeOf(other.signedIn!.trail)).toEqual(INBOX)
  })
  it("leaves nothing behind after signing out, and a late answer signs nobody in", () => {
    expect(after(...writing, { type: "signed_out" })).toEqual(SIGNED_OUT)
    const late = after(...writing, { type: "signed_out" }, { type: "trust_changed", session: rabia })
    expect(late.signedIn).toBeNull()
  })
  it("forgets an answer once it was sent", () => {
    expect(after(...writing, { type: "drafted", releaseId: "one", draft: null }).drafts).toEqual({})
  })
  it("comes back to the inbox with the browser's own Back", () => {
    const back = after(...writing, { type: "moved", position: 0 })
    expect(placeOf(back.signedIn!.trail)).toEqual(INBOX)
  })
})
