import { type Alias, type CaseId, type MemberId, parseCaseId } from "@shn/domain"
import { describe, expect, it } from "vitest"
import type { Session } from "../session/door.ts"
import { unsentFor } from "../session/unsent.ts"
import { placeOf } from "./route.ts"
import { afterDeskEvent, type DeskEvent, type DeskState, SIGNED_OUT } from "./state.ts"

const parsed = parseCaseId("AAAAAAAAAAAAAAAAAAAAAA")
if (!parsed.ok) throw new Error("the builder is wrong")
const CASE: CaseId = parsed.value

const sessionOf = (name: string): Session => ({
  alias: name as Alias,
  keys: { memberId: name as MemberId } as Session["keys"],
  roles: ["expert"],
  trust: { kind: "refused", trouble: "offline" },
})
const after = (...events: readonly DeskEvent[]): DeskState => events.reduce(afterDeskEvent, SIGNED_OUT)
const sana = sessionOf("Sana")
const writing: readonly DeskEvent[] = [
  { type: "signed_in", session: sana },
  { type: "went", route: { name: "case", caseId: CASE } },
  { type: "typed", place: CASE, text: "I read what you wrote" },
]

describe("a session that ends while somebody writes", () => {
  it("takes the keys away at once", () => {
    expect(after(...writing, { type: "session_ended" }).signedIn).toBeNull()
  })
  it("gives the same person back their words and their place", () => {
    const back = after(
      ...writing,
      { type: "session_ended" },
      { type: "signed_in", session: sessionOf("Sana") },
    )
    expect(unsentFor(back.unsent, CASE)).toBe("I read what you wrote")
    expect(placeOf(back.signedIn!.trail)).toEqual({ name: "case", caseId: CASE })
  })
  it("shows nothing of it to the next person at the same desk", () => {
    const other = after(
      ...writing,
      { type: "session_ended" },
      { type: "signed_in", session: sessionOf("Bilal") },
    )
    expect(other.unsent).toEqual({})
    expect(placeOf(other.signedIn!.trail)).toEqual({ name: "offers" })
  })
})

describe("signing out", () => {
  it("leaves nothing behind, not even words that were not sent", () => {
    expect(after(...writing, { type: "signed_out" })).toEqual(SIGNED_OUT)
  })
  it("keeps a late answer for one person away from the next", () => {
    const bilal = sessionOf("Bilal")
    const next = after(...writing, { type: "signed_out" }, { type: "signed_in", session: bilal })
    const late = afterDeskEvent(next, { type: "trust_changed", session: sana })
    expect(late.signedIn?.session).toBe(bilal)
  })
  it("is not undone by an answer that comes late", () => {
    const late = after(...writing, { type: "signed_out" }, { type: "trust_changed", session: sana })
    expect(late.signedIn).toBeNull()
    expect(after(...writing, { type: "signed_out" }, { type: "session_ended" })).toEqual(SIGNED_OUT)
  })
})
