import type { OfferView } from "@shn/wire"
import { describe, expect, it } from "vitest"
import {
  afterCardEvent,
  type CardEvent,
  canAccept,
  isOver,
  NEW_CARD,
  shownOffers,
} from "./offer-card-state.ts"

const after = (...events: readonly CardEvent[]) => events.reduce(afterCardEvent, NEW_CARD)
const opened: CardEvent = { type: "opened", text: "It is about R. from the third floor" }
const knowsNobody: CardEvent = { type: "knows_nobody", is: true }

describe("answering an offer", () => {
  it("cannot be a yes before the preview was opened", () => {
    expect(canAccept(NEW_CARD)).toBe(false)
    expect(canAccept(after({ type: "opening" }))).toBe(false)
  })
  it("cannot be a yes before the expert says that they know nobody in it", () => {
    expect(canAccept(after(opened))).toBe(false)
    expect(canAccept(after(opened, knowsNobody))).toBe(true)
    expect(canAccept(after(opened, knowsNobody, { type: "knows_nobody", is: false }))).toBe(false)
  })
  it("does not count a box that was ticked before there was anything to read", () => {
    expect(canAccept(after(knowsNobody, opened))).toBe(false)
  })
  it("cannot be a yes to a preview that does not open", () => {
    expect(canAccept(after({ type: "unreadable", problem: "damaged" }, knowsNobody))).toBe(false)
    expect(canAccept(after(opened, knowsNobody, { type: "unreadable", problem: "damaged" }))).toBe(false)
  })
  it("cannot be given twice at once", () => {
    expect(canAccept(after(opened, knowsNobody, { type: "sending", answer: "accept" }))).toBe(false)
    expect(canAccept(after(opened, knowsNobody, { type: "done", answer: "accept" }))).toBe(false)
  })
  it("can be tried again after the line was cut", () => {
    const failed = after(
      opened,
      knowsNobody,
      { type: "sending", answer: "accept" },
      { type: "failed", failure: "offline" },
    )
    expect(canAccept(failed)).toBe(true)
    expect(isOver("offline")).toBe(false)
  })
  it("is over when somebody else was first or the time ran out", () => {
    expect(isOver("already_taken")).toBe(true)
    expect(isOver("offer_gone")).toBe(true)
  })
  it("lets an expert change their mind while saying no", () => {
    const declining = after({ type: "declining" }, { type: "reason", reason: "language" })
    expect(declining.answer).toEqual({ kind: "declining", reason: "language" })
    expect(afterCardEvent(declining, { type: "kept" }).answer).toEqual({ kind: "none" })
  })
})

describe("the list of offers", () => {
  const offer = (offerId: string, deadline: string) => ({ offerId, deadline }) as unknown as OfferView
  const early = offer("early", "2026-11-23T10:00:00Z")
  const late = offer("late", "2026-11-23T12:00:00Z")

  it("shows the one that ends first at the top", () => {
    expect(shownOffers([late, early], []).map((one) => one.offer)).toEqual([early, late])
  })
  it("keeps an offer that ran out while the expert was reading it, and marks it", () => {
    expect(shownOffers([late], [early, late])).toEqual([
      { offer: early, isGone: true },
      { offer: late, isGone: false },
    ])
  })
})
