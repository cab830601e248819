import type {
  ActFamily,
  Channel,
  Discipline,
  GenderWish,
  PriorityLane,
  Province,
  SpokenLanguage,
  ThreeWay,
} from "./vocabulary.ts"

/**
 * All that the router is told about a need, and only while nobody has accepted it. Shown to the person
 * before sending; deleted on acceptance. PRODUCT section 7.
 */
export type RoutingFacets = {
  readonly discipline: Discipline
  /** In order of wish; at least one. */
  readonly languages: readonly SpokenLanguage[]
  readonly genderWish: GenderWish
  readonly channel: Channel
  readonly province: Province | "any"
  readonly lane: PriorityLane
  readonly actFamily: ActFamily
  readonly minor: ThreeWay
}
