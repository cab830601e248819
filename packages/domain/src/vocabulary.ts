/** Closed vocabularies of PRODUCT words. Every code here has a text in every language (checked). */

export const LOCALES = ["en", "ur", "ur-Latn"] as const
/** Language of the screens. "ur-Latn" is Roman Urdu. */
export type Locale = (typeof LOCALES)[number]

export const DISCIPLINES = ["psych", "legal", "cyber"] as const
export type Discipline = (typeof DISCIPLINES)[number]

/** Languages a person may ask to be helped in. ISO 639 codes. */
export const SPOKEN_LANGUAGES = ["ur", "en", "pa", "ps", "sd", "skr", "bal", "hno", "brh"] as const
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number]
export const LANGUAGE_LEVELS = ["basic", "fluent", "native"] as const
export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number]

export const GENDERS = ["woman", "man", "transgender"] as const
export type Gender = (typeof GENDERS)[number]
export const WISH_STRENGTHS = ["must", "prefer"] as const
/** "any" has no gender; otherwise how strongly which gender is wished. */
export type GenderWish =
  | { readonly strength: "any" }
  | { readonly strength: "must" | "prefer"; readonly gender: Gender }

/** How the person wants to talk. Only "messages" is carried by this version; the others ask the expert to arrange it. */
export const CHANNELS = ["messages", "voice_call", "video_call"] as const
export type Channel = (typeof CHANNELS)[number]

export const PROVINCES = ["punjab", "sindh", "kp", "balochistan", "ict", "ajk", "gb"] as const
export type Province = (typeof PROVINCES)[number]

/** P0 danger now, P1 threats, P2 repeated or by someone with authority, P3 information or past. */
export const LANES = ["P0", "P1", "P2", "P3"] as const
export type PriorityLane = (typeof LANES)[number]

/** Families of acts the router may see. "ask_human" hides the act from the server. */
export const ACT_FAMILIES = [
  "workplace",
  "education",
  "public_space",
  "online_contact",
  "intimate_images",
  "blackmail",
  "impersonation",
  "account_attack",
  "reputation",
  "family",
  "child_safety",
  "ask_human",
] as const
export type ActFamily = (typeof ACT_FAMILIES)[number]

export const THREE_WAY = ["yes", "no", "unknown"] as const
export type ThreeWay = (typeof THREE_WAY)[number]

export const AGE_BANDS = ["under_18", "18_24", "25_39", "40_plus", "unsaid"] as const
export type AgeBand = (typeof AGE_BANDS)[number]

export const BOUNDARIES = [
  "anonymous",
  "no_family",
  "no_prosecution",
  "no_institution",
  "wants_institution",
  "wants_investigation",
  "no_media",
] as const
export type Boundary = (typeof BOUNDARIES)[number]

export const ROSTER_POLICIES = ["ask_me", "same_discipline_only"] as const
/** Who may be added to a case without asking the person first. */
export type RosterPolicy = (typeof ROSTER_POLICIES)[number]

export const STAFF_ROLES = ["expert", "coordinator", "trustee", "administrator"] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export const DECLINE_REASONS = [
  "conflict_of_interest",
  "no_capacity",
  "not_my_field",
  "language",
  "safety",
  "other",
] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

export const CASE_STAGES = [
  "engagement",
  "assessment",
  "action_planning",
  "implementation",
  "follow_up",
  "closure",
] as const
export type CaseStage = (typeof CASE_STAGES)[number]
