import {
  BLOCKS,
  BOUNDARIES,
  type Boundary,
  CONSENT_PURPOSES,
  LIMIT_CODES,
  LIMIT_EXCLUDES,
  PURPOSE_ACTS,
  RELEASE_CODES,
} from "@shn/domain"
import fc from "fast-check"
import { describe, expect, it, test } from "vitest"
import { buildConsent, identifyingCodes, signConsent } from "./build.ts"
import { check, checkBeforeSigning } from "./check.ts"
import { render } from "./render.ts"
import {
  AGENCY,
  ANONYMOUS_VIEW,
  built,
  CASE_KEYS,
  contextOf,
  draftAnonymous,
  draftNamed,
  NAMED_VIEW,
  seededRandom,
} from "./testing/example.ts"

const stopsOf = (draft: ReturnType<typeof draftNamed>) => {
  const result = buildConsent(draft, seededRandom("stops"))
  return result.ok ? [] : result.stops
}
const codesOf = (draft: ReturnType<typeof draftNamed>) => stopsOf(draft).map(({ code }) => code)

describe("a consent that can be built", () => {
  it("names exactly the fields that leave, and carries the limits of the boundaries without anybody ticking them", () => {
    const consent = built(draftNamed())
    expect(consent.fields).toEqual(Object.keys(NAMED_VIEW).sort())
    expect(consent.limits).toEqual(["female-officer", "no-family", "no-media", "no-onward"])
    expect(built(draftAnonymous()).limits).toContain("no-identity")
    // Also where the person has not set the switch, but gives no name this time.
    expect(built(draftAnonymous({ boundaries: [] })).limits).toEqual(["no-identity", "platform-only"])
    expect(consent.text).toBe(render(consent, "en"))
  })
  it("leaves a day to think, unless the person ticks that it cannot wait", () => {
    const consent = built(draftNamed())
    expect(consent.nbf - consent.at).toBe(24 * 3600)
    const urgent = built(draftNamed({ urgent: true }))
    expect(urgent.nbf).toBe(urgent.at)
  })
  it("leaves that day also where the phone's clock is behind: it is counted from the later of the two clocks", () => {
    const { atMs } = draftNamed()
    const aheadMs = atMs + 30 * 3_600_000
    const slow = built(draftNamed({ serverMs: aheadMs }))
    expect([slow.at, slow.nbf]).toEqual([atMs / 1000, aheadMs / 1000 + 24 * 3600])
    // A server that lies about an earlier time makes no day shorter.
    const early = built(draftNamed({ serverMs: atMs - 30 * 3_600_000 }))
    expect(early.nbf).toBe(atMs / 1000 + 24 * 3600)
    expect(built(draftNamed({ serverMs: null })).nbf).toBe(early.nbf)
  })
  it("holds to the end of its last day", () => {
    expect(new Date(built(draftNamed()).exp * 1000).toISOString()).toBe("2026-12-24T00:00:00.000Z")
  })
  it("follows the consent before it", () => {
    const digest = built(draftNamed()).view
    expect(built(draftNamed({ previous: { seq: 4, digest } }))).toMatchObject({ seq: 5, prev: digest })
  })
})

describe("what can never be built", () => {
  test("anonymous with anything that says who the person is", () => {
    const telling = RELEASE_CODES.filter((code) => code.startsWith("me.")).concat(
      "cnic_copy",
      "appointment_letter",
    )
    expect(telling.length).toBeGreaterThan(13)
    for (const code of telling) {
      const stops = stopsOf(draftAnonymous({ view: { ...ANONYMOUS_VIEW, [code]: "x" } }))
      expect(stops, code).toContainEqual({ code: "anonymous-with-identity", fields: [code] })
      expect(identifyingCodes({ [code]: "x" })).toEqual([code])
    }
  })
  test("anonymous for an agency whose form is refused without a name", () => {
    expect(codesOf(draftAnonymous({ agencyNeedsName: true }))).toEqual(["agency-needs-name"])
  })
  test("under the person's name while they want nobody to learn it", () => {
    expect(stopsOf(draftNamed({ boundaries: ["anonymous"] }))).toContainEqual({
      code: "boundary",
      by: "anonymous",
      act: "identity_fields",
    })
  })
  test("named, and forbidding them to find out the name", () => {
    expect(codesOf(draftNamed({ limits: ["no-identity"] }))).toEqual(["limit-against-identity"])
  })
  test("named without one field that names", () => {
    expect(codesOf(draftNamed({ view: ANONYMOUS_VIEW }))).toEqual(["named-without-identity"])
  })
  test("with boundaries that exclude each other", () => {
    const stops = stopsOf(draftNamed({ boundaries: ["wants_investigation", "no_prosecution"] }))
    expect(stops).toContainEqual({
      code: "boundaries-exclude-each-other",
      because: "investigation_may_lead_to_court",
    })
  })
  test("ended before it begins, or for longer than a year", () => {
    expect(codesOf(draftNamed({ lastDay: "2026-11-20" as never }))).toContain("over-before-it-begins")
    expect(codesOf(draftNamed({ lastDay: "2028-01-01" as never }))).toEqual(["lives-too-long"])
  })
  test("with a label or a name that could add a line to what the person signs", () => {
    const evil = [
      "a\nThey will NOT be told who I am.",
      "a\u2028b",
      "a\u202eb",
      "a\u0000",
      " a",
      "",
      "a\u2069b",
    ]
    for (const label of evil) {
      const evidence = [
        { id: "11111111-1111-4111-8111-111111111111", sha256: built(draftNamed()).view, label },
      ]
      expect(codesOf(draftNamed({ evidence })), JSON.stringify(label)).toEqual(["malformed"])
      expect(codesOf(draftNamed({ to: { ...draftNamed().to, name: label } }))).toEqual(["malformed"])
    }
  })
  test("with a field nobody knows, without any field, or with one file twice", () => {
    expect(codesOf(draftNamed({ view: { ...NAMED_VIEW, "me.faith": "x" } }))).toEqual(["malformed"])
    expect(codesOf(draftAnonymous({ view: {} }))).toEqual(["malformed"])
    const [file] = draftNamed().evidence
    expect(codesOf(draftNamed({ evidence: file === undefined ? [] : [file, file] }))).toEqual(["malformed"])
    expect(codesOf(draftNamed({ view: { ...NAMED_VIEW, details: "half \ud83d" } }))).toEqual(["malformed"])
    // Turned round on one screen, in its own order on another; or read by nobody at all.
    for (const details of ["He is \u202eton guilty", "guil\u200bty", "Nothing\u{e0041}", "a\u0007"])
      expect(codesOf(draftNamed({ view: { ...NAMED_VIEW, details } })), details).toEqual(["malformed"])
    expect(codesOf(draftNamed({ view: { ...NAMED_VIEW, details: "کیا\u200c ہوا\n👩\u200d👧" } }))).toEqual([])
  })
})

describe("every switch stops what PRODUCT says it stops, and says which switch and why", () => {
  const cells = CONSENT_PURPOSES.flatMap((purpose) => BOUNDARIES.map((boundary) => ({ purpose, boundary })))
  it.each(cells)("$boundary and a consent for $purpose", ({ purpose, boundary }) => {
    const blocked = PURPOSE_ACTS[purpose].filter((act) => BLOCKS[boundary].includes(act))
    const stops = stopsOf(draftAnonymous({ purpose: [purpose], limits: [], boundaries: [boundary] }))
    expect(stops.filter(({ code }) => code === "boundary")).toEqual(
      blocked.map((act) => ({ code: "boundary", by: boundary, act })),
    )
  })
  const table: readonly (readonly [Boundary, readonly string[]])[] = [
    ["anonymous", []],
    ["no_family", ["family_mediation"]],
    ["no_prosecution", ["investigation", "prosecution", "protection_order"]],
    ["no_institution", ["institution_inquiry", "ombudsperson_complaint"]],
    ["wants_institution", []],
    ["wants_investigation", []],
    ["no_media", ["press"]],
  ]
  it.each(table)("%s stops exactly these purposes: %j", (boundary, stopped) => {
    const found = CONSENT_PURPOSES.filter((purpose) =>
      codesOf(draftAnonymous({ purpose: [purpose], limits: [], boundaries: [boundary] })).includes(
        "boundary",
      ),
    )
    expect(found).toEqual(stopped)
  })
  it("and a limit stops a purpose it forbids", () => {
    for (const limit of LIMIT_CODES) {
      for (const purpose of LIMIT_EXCLUDES[limit]) {
        const stops = stopsOf(draftAnonymous({ purpose: [purpose], limits: [limit], boundaries: [] }))
        expect(stops).toContainEqual({ code: "limit-against-purpose", limit, purpose })
      }
    }
  })
})

const anyDraft = fc.record({
  purpose: fc.subarray([...CONSENT_PURPOSES], { minLength: 1, maxLength: 2 }),
  identity: fc.constantFrom("anonymous" as const, "named" as const),
  codes: fc.subarray([...RELEASE_CODES], { minLength: 1, maxLength: 4 }),
  value: fc.string(),
  limits: fc.subarray([...LIMIT_CODES], { maxLength: 2 }),
  boundaries: fc.subarray([...BOUNDARIES], { maxLength: 3 }),
  urgent: fc.boolean(),
  uses: fc.integer({ min: 0, max: 6 }),
  label: fc.oneof(fc.constant("A file"), fc.string({ unit: "grapheme" })),
  locale: fc.constantFrom("en" as const, "ur" as const, "ur-Latn" as const),
})

test("whatever is asked for: either it is stopped with a reason, or it holds on phone, desk and at the agency", () => {
  let holding = 0
  fc.assert(
    fc.property(anyDraft, ({ codes, value, label, ...rest }) => {
      const view = Object.fromEntries(codes.map((code) => [code, value]))
      const evidence = [
        { id: "11111111-1111-4111-8111-111111111111", sha256: built(draftNamed()).view, label },
      ]
      const draft = draftNamed({ ...rest, view, evidence, agencyNeedsName: false })
      const result = buildConsent(draft, seededRandom("any"))
      if (!result.ok) {
        expect(result.stops.length).toBeGreaterThan(0)
        return
      }
      holding += 1
      const { consent } = result
      const isTelling = consent.fields.some((code) => code.startsWith("me."))
      expect(consent.identity === "anonymous" && isTelling).toBe(false)
      const leaving = { view, files: evidence }
      const context = contextOf({ boundaries: draft.boundaries, leaving, agency: AGENCY })
      expect(checkBeforeSigning(consent, context)).toEqual([])
      expect(check(signConsent(consent, CASE_KEYS), context).ok).toBe(true)
    }),
    { numRuns: 1000, seed: 20261123 },
  )
  expect(holding).toBeGreaterThan(100)
})

test("nobody signs for another case by mistake", () => {
  const consent = built(draftNamed({ casePk: seededRandom("other")(32) }))
  expect(() => signConsent(consent, CASE_KEYS)).toThrow("another case")
})
