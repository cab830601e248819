import type {
  ActFamily,
  Channel,
  Discipline,
  LanguageLevel,
  PriorityLane,
  SpokenLanguage,
} from "../vocabulary.ts"

/** Parts of the score, each 0 to 1 before weighting. */
export const SCORE_TERMS = [
  "issue",
  "language",
  "continuity",
  "experience",
  "gender",
  "reach",
  "reliability",
] as const
export type ScoreTerm = (typeof SCORE_TERMS)[number]

/**
 * Every number that decides who is offered a need. A decision names the version it was made under; changing any
 * number means a new version, so that an old decision can be replayed under the policy of its day.
 */
export type AssignmentPolicy = {
  readonly version: string
  /** Points per term. They need not add up to 100: the score divides by the sum of those that are known. */
  readonly weights: Readonly<Record<ScoreTerm, number>>
  /** What a case of a lane takes out of an expert's cap. */
  readonly laneWeights: Readonly<Record<PriorityLane, number>>
  /** Lowest level at which an expert may work in a language. */
  readonly languageLevels: Readonly<Record<Discipline, Readonly<Record<Channel, LanguageLevel>>>>
  /** Share of the language term for each level, 0 to 1. */
  readonly languageCloseness: Readonly<Record<LanguageLevel, number>>
  /** Each later wish counts this much of the one before it. */
  readonly laterLanguage: number
  /** Languages near enough to be understood, tried only when nobody fits, and told to the person. */
  readonly closeLanguages: Readonly<Partial<Record<SpokenLanguage, readonly SpokenLanguage[]>>>
  /** Act families where an unknown age needs an expert cleared for minors. */
  readonly minorIfUnknown: readonly ActFamily[]
  /** Act families that need an expert cleared for sexual violence. */
  readonly sexualViolence: readonly ActFamily[]
  /**
   * New cases within seven days: at most one for each `perOpen` open ones, but always `atLeast`. It binds only from
   * the share `freeBelow` of the cap on: a desk that is filling up must be paced, an empty one must not turn people away.
   */
  readonly newCases: { readonly perOpen: number; readonly atLeast: number; readonly freeBelow: number }
  /** Closed cases of a family after which more experience adds nothing. */
  readonly experienceFull: number
  /** Price of load in points: zero up to `freeTo`, rising to `atCheap` at `cheapTo`, then to `atFull` at 1. */
  readonly loadPrice: {
    readonly freeTo: number
    readonly cheapTo: number
    readonly atCheap: number
    readonly atFull: number
  }
  /** Price in points of taking the only one, one of two, one of three ... who can serve a cell. Beyond: zero. */
  readonly scarcityPrice: readonly number[]
}

const BASIC_IN_WRITING = { messages: "basic", voice_call: "fluent", video_call: "fluent" } as const
const ALWAYS_FLUENT = { messages: "fluent", voice_call: "fluent", video_call: "fluent" } as const

/** The policy in force. PRODUCT section 6. */
export const POLICY: AssignmentPolicy = {
  version: "2026-11.1",
  weights: { issue: 35, language: 15, continuity: 15, experience: 12, gender: 10, reach: 8, reliability: 5 },
  laneWeights: { P0: 3, P1: 3, P2: 2, P3: 1 },
  // A written message can be read twice and looked up, a call cannot. A psychologist must catch what is said
  // between the lines even in writing: a half-understood hint at suicide is worse than a short wait.
  languageLevels: { psych: ALWAYS_FLUENT, legal: BASIC_IN_WRITING, cyber: BASIC_IN_WRITING },
  languageCloseness: { basic: 0.5, fluent: 0.85, native: 1 },
  laterLanguage: 0.7,
  // Punjabi, Saraiki and Hindko speakers mostly follow each other. They are languages of their own, so this is a
  // relaxation that the person sees, never a silent equivalence.
  closeLanguages: { skr: ["pa"], hno: ["pa"], pa: ["skr", "hno"] },
  // Only where pictures or ongoing contact are likely, so that the few cleared experts are not flooded.
  minorIfUnknown: ["intimate_images", "child_safety", "blackmail"],
  sexualViolence: ["intimate_images", "child_safety"],
  // ADR 0020: below half the cap new cases are free, as their load price is.
  newCases: { perOpen: 6, atLeast: 1, freeBelow: 0.5 },
  experienceFull: 10,
  loadPrice: { freeTo: 0.5, cheapTo: 0.8, atCheap: 10, atFull: 40 },
  // The sole one costs as much as one level of skill: 35 / 3 of the 67 points that are known about an anonymous
  // arrival without wishes. So she is kept for those who need her, yet goes where she alone is good at this.
  scarcityPrice: [18, 9, 4],
}
