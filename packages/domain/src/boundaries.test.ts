import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  BLOCKABLE_ACTS,
  BLOCKS,
  type BoundarySet,
  checkBoundaries,
  DEFAULT_BOUNDARIES,
  LIMIT_CODES,
  limitsOf,
  toggleBoundary,
} from "./boundaries.ts"
import { BOUNDARIES } from "./vocabulary.ts"

const taps = fc.array(fc.constantFrom(...BOUNDARIES), { maxLength: 20 })
const after = (list: readonly (typeof BOUNDARIES)[number][]): BoundarySet =>
  list.reduce((set, tap) => toggleBoundary(set, tap).set, DEFAULT_BOUNDARIES)

describe("the switches", () => {
  it("start with no media and nothing else", () => {
    expect(DEFAULT_BOUNDARIES).toEqual(["no_media"])
  })

  it("never contradict each other, whatever is tapped in whatever order", () => {
    fc.assert(
      fc.property(taps, (list) => {
        const set = after(list)
        expect(checkBoundaries(set, []).contradictions).toEqual([])
        expect(set).toEqual(BOUNDARIES.filter((boundary) => set.includes(boundary)))
      }),
    )
  })

  it("do what was tapped last, and change nothing else without saying so", () => {
    fc.assert(
      fc.property(taps, fc.constantFrom(...BOUNDARIES), (list, tap) => {
        const before = after(list)
        const { set, switchedOff } = toggleBoundary(before, tap)
        expect(set.includes(tap)).toBe(!before.includes(tap))
        const lost = before.filter((boundary) => boundary !== tap && !set.includes(boundary))
        expect(switchedOff.map(({ boundary }) => boundary)).toEqual(lost)
        expect(set.filter((boundary) => boundary !== tap && !before.includes(boundary))).toEqual([])
      }),
    )
  })

  it("say why asking for an investigation turns off 'no court', and the other way round", () => {
    const off = toggleBoundary(["no_prosecution"], "wants_investigation")
    expect(off.set).toEqual(["wants_investigation"])
    expect(off.switchedOff).toEqual([
      { boundary: "no_prosecution", because: "investigation_may_lead_to_court" },
    ])
    expect(toggleBoundary(off.set, "no_prosecution").set).toEqual(["no_prosecution"])
    expect(toggleBoundary(["wants_institution"], "no_institution").switchedOff).toEqual([
      { boundary: "wants_institution", because: "institution_cannot_act_if_not_told" },
    ])
  })

  it("let a nameless person ask for an investigation, and say that the agency will ask for a name", () => {
    const both = toggleBoundary(["anonymous"], "wants_investigation")
    expect(both.set).toEqual(["anonymous", "wants_investigation"])
    expect(both.notices).toEqual(["agency_will_ask_name"])
    expect(toggleBoundary(both.set, "anonymous").notices).toEqual([])
  })
})

describe("what the helpline may do", () => {
  it("is blocked exactly by the switches that are on", () => {
    fc.assert(
      fc.property(taps, fc.subarray([...BLOCKABLE_ACTS]), (list, asked) => {
        const set = after(list)
        const check = checkBoundaries(set, asked)
        const isStopped = asked.some((act) => set.some((boundary) => BLOCKS[boundary].includes(act)))
        expect(check.isAllowed).toBe(!isStopped)
        expect(check.blocked.length > 0).toBe(isStopped)
      }),
    )
  })

  it("follows the table: no name, no family, no police, no institution, no press", () => {
    const stops = (boundary: (typeof BOUNDARIES)[number]) =>
      checkBoundaries([boundary], BLOCKABLE_ACTS).blocked.map(({ act }) => act)
    expect(stops("anonymous")).toEqual(["identity_fields", "identity_step_up"])
    expect(stops("no_family")).toEqual([
      "phone_call",
      "letter",
      "home_visit",
      "family_recipient",
      "guardian_path",
    ])
    expect(stops("no_prosecution")).toEqual(["prosecution", "investigation_complaint"])
    expect(stops("no_institution")).toEqual(["institution_recipient"])
    expect(stops("no_media")).toEqual(["public_or_press"])
    expect([...stops("wants_institution"), ...stops("wants_investigation")]).toEqual([])
  })

  it("is nothing under a set that contradicts itself, such as one from a damaged message", () => {
    const check = checkBoundaries(["no_prosecution", "wants_investigation"], [])
    expect(check).toMatchObject({ isAllowed: false, contradictions: ["investigation_may_lead_to_court"] })
  })
})

describe("the limits printed in a consent", () => {
  it("are sorted, so that a signature over them is over one text only", () => {
    expect(LIMIT_CODES).toEqual(LIMIT_CODES.toSorted())
  })

  it("come from the switches", () => {
    expect(limitsOf(["no_media"])).toEqual(["no-media"])
    expect(limitsOf(["anonymous", "no_family", "no_prosecution", "no_institution", "no_media"])).toEqual([
      "ask-before-prosecution",
      "no-employer",
      "no-family",
      "no-identity",
      "no-media",
      "no-school",
    ])
    expect(limitsOf(["wants_institution", "wants_investigation"])).toEqual([])
  })
})
