import type { Day } from "./day.ts"
import type { KeyId } from "./ids.ts"
import type {
  ActFamily,
  Channel,
  Discipline,
  Gender,
  LanguageLevel,
  Province,
  SpokenLanguage,
} from "./vocabulary.ts"

/** A licence or training that allows a discipline, until a day. A lawyer's covers provinces. */
export type Credential = {
  readonly discipline: Discipline
  readonly validUntil: Day
  /** Empty means the whole country. */
  readonly provinces: readonly Province[]
}

export const CLEARANCES = ["minors", "urgent", "sexual_violence"] as const
export type Clearance = (typeof CLEARANCES)[number]

/** Weekly duty in the helpline's own time zone. `weekday` 0 is Sunday; minutes since midnight, `to` exclusive. */
export type DutyHours = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number }

/** What the server knows about a member who takes cases. Staff data, not case data. */
export type ExpertProfile = {
  readonly keyId: KeyId
  readonly gender: Gender
  readonly credentials: readonly Credential[]
  readonly languages: readonly { readonly code: SpokenLanguage; readonly level: LanguageLevel }[]
  readonly clearances: readonly Clearance[]
  readonly channels: readonly Channel[]
  /** Sum of lane weights (P0/P1 3, P2 2, P3 1) this person can carry. */
  readonly cap: number
  readonly duty: readonly DutyHours[]
  readonly leave: readonly { readonly from: Day; readonly to: Day }[]
  /** 0-3 per family: none, some, good, deep. Missing means 0. */
  readonly skills: Partial<Record<ActFamily, 0 | 1 | 2 | 3>>
  /** Closed cases of each family; drives the "experience" term. */
  readonly experience: Partial<Record<ActFamily, number>>
  /** Provinces whose courts or offices the person can reach. Empty: everywhere. */
  readonly reach: readonly Province[]
  /** Share of offers answered in time, in per cent, 0-100. */
  readonly reliability: number
}

/** A profile with today's load, as the router sees the pool. */
export type PoolMember = ExpertProfile & {
  /** Sum of lane weights of open cases. */
  readonly load: number
  readonly openCases: number
  /** Cases accepted within the last seven days ("new"). */
  readonly newCases: number
}
