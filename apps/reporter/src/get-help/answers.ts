import {
  type ActFamily,
  type AgeBand,
  type BoundarySet,
  type Channel,
  DEFAULT_BOUNDARIES,
  type Discipline,
  type GenderWish,
  type KeyId,
  LANE_ITEMS,
  type LaneAnswers,
  type LaneItem,
  laneOf,
  type PriorityLane,
  type Province,
  type RosterPolicy,
  type SpokenLanguage,
  type StaffRole,
  type ThreeWay,
} from "@shn/domain"

/** The cards of the danger screen, most urgent first. */
export const NOW_ITEMS: readonly LaneItem[] = [...LANE_ITEMS.P0, ...LANE_ITEMS.P1, ...LANE_ITEMS.P2]

/** What the person told about danger: some cards, "none of these", "rather not say", or nothing yet. */
export type NowAnswer =
  | { readonly said: "nothing_yet" | "none" | "unsaid" }
  | { readonly said: "some"; readonly items: readonly LaneItem[] }

/** People of the helpline whom the person points at: certain keys, or everybody with a role. */
export type LeftOut = { readonly keyIds: readonly KeyId[]; readonly roles: readonly StaffRole[] }

/** Optional, sealed: how an expert may reach the person without putting them at risk. */
export type SafeContact = {
  readonly number: string
  readonly hours: string
  readonly whoMayAnswer: string
  readonly openingWords: string
}

/** Everything the person has told us so far. Lives in memory; a draft of it is stored only as ciphertext. */
export type HelpAnswers = {
  readonly isSafeToTalk: boolean | null
  readonly now: NowAnswer
  readonly age: AgeBand | null
  /** "ask_human" is "rather not say": the act stays hidden from the server. */
  readonly what: ActFamily | null
  readonly where: Province | "any" | null
  readonly boundaries: BoundarySet
  readonly policy: RosterPolicy
  readonly needs: readonly Discipline[]
  /** In order of wish. */
  readonly languages: readonly SpokenLanguage[]
  readonly genderWish: GenderWish
  readonly channel: Channel
  readonly concernsStaff: boolean
  readonly leftOut: LeftOut
  readonly story: string
  readonly contact: SafeContact
  /** Who it is about, for the conflict check of an expert. Optional. */
  readonly about: string
}

export function noAnswers(language: SpokenLanguage): HelpAnswers {
  return {
    isSafeToTalk: null,
    now: { said: "nothing_yet" },
    age: null,
    what: null,
    where: null,
    boundaries: DEFAULT_BOUNDARIES,
    policy: "ask_me",
    needs: [],
    languages: [language],
    genderWish: { strength: "any" },
    channel: "messages",
    concernsStaff: false,
    leftOut: { keyIds: [], roles: [] },
    story: "",
    contact: NO_CONTACT,
    about: "",
  }
}

/** The same answers without anything the person wrote. */
export function wordsForgotten(answers: HelpAnswers): HelpAnswers {
  return { ...answers, story: "", about: "", contact: NO_CONTACT }
}

const NO_CONTACT: SafeContact = { number: "", hours: "", whoMayAnswer: "", openingWords: "" }

/**
 * The danger screen as answers of the lane questions. Somebody who ticked cards saw all of them, so an unticked
 * card is a "no"; "rather not say" and an unseen screen leave every question unknown.
 */
export function laneAnswers(now: NowAnswer): LaneAnswers {
  if (now.said === "some") return threeWay((item) => (now.items.includes(item) ? "yes" : "no"))
  if (now.said === "none") return threeWay(() => "no")
  return {}
}

/** The lane that the answers give. PRODUCT section 4. */
export function laneOfAnswers(answers: HelpAnswers): PriorityLane {
  return laneOf(laneAnswers(answers.now))
}

/** Whether the person is under eighteen, as the router is told. */
export function minorOf(age: AgeBand | null): ThreeWay {
  if (age === null || age === "unsaid") return "unknown"
  return age === "under_18" ? "yes" : "no"
}

/** Ticks or unticks one card; the last tick taken away leaves the question open again. */
export function toggleNow(now: NowAnswer, item: LaneItem): NowAnswer {
  const before = now.said === "some" ? now.items : []
  const items = NOW_ITEMS.filter((other) =>
    other === item ? !before.includes(item) : before.includes(other),
  )
  return items.length === 0 ? { said: "nothing_yet" } : { said: "some", items }
}

function threeWay(answer: (item: LaneItem) => ThreeWay): LaneAnswers {
  return Object.fromEntries(NOW_ITEMS.map((item) => [item, answer(item)]))
}
