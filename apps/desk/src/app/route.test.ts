import { parseCaseId } from "@shn/domain"
import { moveTo, startTrail } from "@shn/staff"
import { describe, expect, it } from "vitest"
import { type DeskRoute, firstRoute, goTo, placeOf, tabOf, tabsFor } from "./route.ts"

const parsed = parseCaseId("AAAAAAAAAAAAAAAAAAAAAA")
if (!parsed.ok) throw new Error("the builder is wrong")
const aCase = { name: "case", caseId: parsed.value } as const

const start = (route: DeskRoute) => startTrail(route)

describe("finding one's way in the desk", () => {
  it("starts a coordinator at the board and an expert at the offers", () => {
    expect(firstRoute(["coordinator"]).name).toBe("board")
    expect(firstRoute(["expert"]).name).toBe("offers")
  })
  it("shows the board to coordinators only, and offers to experts only", () => {
    expect(tabsFor(["expert"])).toEqual(["offers", "cases"])
    expect(tabsFor(["coordinator"])).toEqual(["board", "cases"])
    expect(tabsFor(["trustee"])).toEqual(["cases"])
  })
  it("comes back to the list from a case", () => {
    const trail = goTo(goTo(start({ name: "offers" }), { name: "cases" }), aCase)
    expect(placeOf(trail)).toEqual(aCase)
    expect(placeOf(moveTo(trail, 1))).toEqual({ name: "cases" })
    expect(tabOf(placeOf(trail))).toBe("cases")
  })
  it("goes from a case to one of its reports and back, and two reports are two places", () => {
    const report = (draftId: string) => ({ name: "complaint", caseId: parsed.value, draftId }) as const
    const trail = goTo(goTo(goTo(start({ name: "cases" }), aCase), report("one")), report("one"))
    expect(trail.places).toHaveLength(3)
    expect(tabOf(placeOf(trail))).toBe("cases")
    expect(placeOf(moveTo(trail, 1))).toEqual(aCase)
    expect(placeOf(goTo(trail, report("two")))).toEqual(report("two"))
  })
  it("adds no step to go back when somebody taps the tab they are on", () => {
    const trail = goTo(goTo(start({ name: "offers" }), { name: "offers" }), aCase)
    expect(goTo(trail, aCase).places).toEqual([{ name: "offers" }, aCase])
  })
  it("forgets what lay ahead after going back and elsewhere", () => {
    const back = moveTo(goTo(start({ name: "offers" }), aCase), 0)
    expect(goTo(back, { name: "cases" }).places).toEqual([{ name: "offers" }, { name: "cases" }])
  })
  it.each([99, -1, "case", null, 0.5])(
    "leads to the start for a history entry it does not know: %s",
    (odd) => {
      expect(placeOf(moveTo(goTo(start({ name: "offers" }), aCase), odd))).toEqual({ name: "offers" })
    },
  )
})
