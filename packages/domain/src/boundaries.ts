import { BOUNDARIES, type Boundary } from "./vocabulary.ts"

/** The switches that are on, in the order of `BOUNDARIES`, each at most once. */
export type BoundarySet = readonly Boundary[]

/** What a new case starts with: no press without the person's own word. The person may lift it. */
export const DEFAULT_BOUNDARIES: BoundarySet = ["no_media"]

/** Acts of the helpline that some boundary can stop. */
export const BLOCKABLE_ACTS = [
  "identity_fields",
  "identity_step_up",
  "phone_call",
  "letter",
  "home_visit",
  "family_recipient",
  "guardian_path",
  "prosecution",
  "investigation_complaint",
  "institution_recipient",
  "public_or_press",
] as const
export type BlockableAct = (typeof BLOCKABLE_ACTS)[number]

/** What each switch stops until the person lifts it. PRODUCT section 1, last column. */
export const BLOCKS: Readonly<Record<Boundary, readonly BlockableAct[]>> = {
  anonymous: ["identity_fields", "identity_step_up"],
  no_family: ["phone_call", "letter", "home_visit", "family_recipient", "guardian_path"],
  no_prosecution: ["prosecution", "investigation_complaint"],
  no_institution: ["institution_recipient"],
  wants_institution: [],
  wants_investigation: [],
  no_media: ["public_or_press"],
}

/** Limits that a signed consent can carry. A reader that meets another code refuses the consent. */
export const LIMIT_CODES = [
  "ask-before-prosecution",
  "female-officer",
  "no-employer",
  "no-family",
  "no-identity",
  "no-media",
  "no-onward",
  "no-school",
  "platform-only",
] as const
export type LimitCode = (typeof LIMIT_CODES)[number]

/** Pairs that say opposite things, with the code of the sentence that explains it. */
const EXCLUSIONS = [
  { a: "wants_institution", b: "no_institution", because: "institution_cannot_act_if_not_told" },
  { a: "wants_investigation", b: "no_prosecution", because: "investigation_may_lead_to_court" },
] as const

export type ExclusionReason = (typeof EXCLUSIONS)[number]["because"]
/** Things to know about a set that is allowed all the same. */
export type BoundaryNotice = "agency_will_ask_name"

export type BoundaryCheck = {
  /** True if nothing stops what was asked and the set does not contradict itself. */
  readonly isAllowed: boolean
  readonly blocked: readonly { readonly act: BlockableAct; readonly by: Boundary }[]
  /** Only possible for a set that did not come from `toggleBoundary`. */
  readonly contradictions: readonly ExclusionReason[]
  readonly notices: readonly BoundaryNotice[]
}

/**
 * Whether the helpline may do what is asked under the person's boundaries. There is no override: the only way
 * past a block is that the person lifts the boundary.
 * @param asked acts about to be done, e.g. what a consent on the table would release.
 */
export function checkBoundaries(set: BoundarySet, asked: readonly BlockableAct[]): BoundaryCheck {
  const blocked = asked.flatMap((act) =>
    set.filter((by) => BLOCKS[by].includes(act)).map((by) => ({ act, by })),
  )
  const contradictions = EXCLUSIONS.filter((pair) => set.includes(pair.a) && set.includes(pair.b)).map(
    (pair) => pair.because,
  )
  return {
    isAllowed: blocked.length === 0 && contradictions.length === 0,
    blocked,
    contradictions,
    notices: noticesFor(set),
  }
}

export type BoundaryToggle = {
  readonly set: BoundarySet
  /** Switches that went off because they contradict the one just set, to be told to the person. */
  readonly switchedOff: readonly { readonly boundary: Boundary; readonly because: ExclusionReason }[]
  readonly notices: readonly BoundaryNotice[]
}

/** Turns one switch. The newest wish wins: a switch that says the opposite goes off, and we say which and why. */
export function toggleBoundary(set: BoundarySet, boundary: Boundary): BoundaryToggle {
  if (set.includes(boundary)) {
    const rest = inOrder(set.filter((other) => other !== boundary))
    return { set: rest, switchedOff: [], notices: noticesFor(rest) }
  }
  const switchedOff = EXCLUSIONS.flatMap(({ a, b, because }) => {
    const opposite = boundary === a ? b : boundary === b ? a : null
    return opposite !== null && set.includes(opposite) ? [{ boundary: opposite, because }] : []
  })
  const kept = set.filter((other) => !switchedOff.some((off) => off.boundary === other))
  const next = inOrder([...kept, boundary])
  return { set: next, switchedOff, notices: noticesFor(next) }
}

/** The limits a consent must print under these boundaries, sorted, each once. */
export function limitsOf(set: BoundarySet): readonly LimitCode[] {
  return LIMIT_CODES.filter((limit) => set.some((boundary) => LIMITS[boundary].includes(limit)))
}

/** An institution is both a place of work and a place of study: which one it is, the router must not learn. */
const LIMITS: Readonly<Record<Boundary, readonly LimitCode[]>> = {
  anonymous: ["no-identity"],
  no_family: ["no-family"],
  no_prosecution: ["ask-before-prosecution"],
  no_institution: ["no-employer", "no-school"],
  wants_institution: [],
  wants_investigation: [],
  no_media: ["no-media"],
}

function noticesFor(set: BoundarySet): readonly BoundaryNotice[] {
  return set.includes("anonymous") && set.includes("wants_investigation") ? ["agency_will_ask_name"] : []
}

function inOrder(set: readonly Boundary[]): BoundarySet {
  return BOUNDARIES.filter((boundary) => set.includes(boundary))
}
