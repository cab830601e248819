import type { LaneItem, ThreeWay } from "@shn/domain"

/** What is being done. The order is the order on the screen. */
export const ACTS = [
  "contact",
  "calls",
  "remarks",
  "favour",
  "punished",
  "followed",
  "touched",
  "forced",
  "watched",
  "threat",
  "expose",
  "demand",
  "images",
  "fake_images",
  "fake_profile",
  "details",
  "lies",
  "mob",
  "account",
  "control",
  "child",
  "unsure",
] as const
export type Act = (typeof ACTS)[number]

export const MEDIA = ["in_person", "phone", "chat", "social", "other_online", "mixed"] as const
export type Medium = (typeof MEDIA)[number]

export const RELATIONSHIPS = [
  "partner",
  "ex",
  "family",
  "boss",
  "teacher",
  "colleague",
  "student",
  "known",
  "official",
  "stranger",
  "anonymous",
] as const
export type Relationship = (typeof RELATIONSHIPS)[number]

export const SETTINGS = ["work", "study", "street", "home", "online", "elsewhere"] as const
export type Setting = (typeof SETTINGS)[number]

/** Where the result may send a person next. */
export const NEXT_STEPS = ["danger-now", "get-help", "keep-proof", "safety-plan"] as const
export type NextStep = (typeof NEXT_STEPS)[number]

/**
 * What a person has tapped so far in "Is this harassment?". Lives in memory on the device only. Anything may
 * still be missing; a missing danger answer counts as "unknown".
 */
export type CheckAnswers = {
  readonly act: readonly Act[]
  readonly medium?: Medium
  readonly relationship?: Relationship
  readonly setting?: Setting
  readonly minor?: ThreeWay
  readonly flags: Partial<Readonly<Record<LaneItem, ThreeWay>>>
}
