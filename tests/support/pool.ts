import {
  ACT_FAMILIES,
  type AssignmentInput,
  CHANNELS,
  CLEARANCES,
  type Day,
  DISCIPLINES,
  dayOf,
  GENDERS,
  type KeyId,
  LANES,
  LANGUAGE_LEVELS,
  POLICY,
  type PoolMember,
  PROVINCES,
  parseKeyId,
  type RoutingFacets,
  THREE_WAY,
} from "@shn/domain"
import * as fc from "fast-check"

/** Monday 23 November 2026, 10:00 in Karachi. */
export const MONDAY_10_PKT = Date.UTC(2026, 10, 23, 5, 0)
export const PKT = 300
const MS_PER_DAY = 86_400_000

export function keyId(n: number): KeyId {
  const parsed = parseKeyId(`${String(n).padStart(21, "0")}A`)
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

/** A day so many days from the Monday of these tests. */
export function day(offset: number): Day {
  return dayOf(MONDAY_10_PKT + offset * MS_PER_DAY)
}

const ROUND_THE_CLOCK = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 0, toMinute: 1440 }))

/** An expert who fits every need of `need()`, until a test says otherwise. */
export function expert(n: number, part: Partial<PoolMember> = {}): PoolMember {
  return {
    keyId: keyId(n),
    gender: "woman",
    credentials: DISCIPLINES.map((discipline) => ({ discipline, validUntil: day(100), provinces: [] })),
    languages: [{ code: "ur", level: "native" }],
    clearances: CLEARANCES,
    channels: CHANNELS,
    cap: 30,
    duty: ROUND_THE_CLOCK,
    leave: [],
    skills: {},
    experience: {},
    reach: [],
    reliability: 100,
    load: 0,
    openCases: 0,
    newCases: 0,
    ...part,
  }
}

export function need(part: Partial<RoutingFacets> = {}): RoutingFacets {
  return {
    discipline: "psych",
    languages: ["ur"],
    genderWish: { strength: "any" },
    channel: "messages",
    province: "any",
    lane: "P2",
    actFamily: "workplace",
    minor: "no",
    ...part,
  }
}

export function input(
  pool: readonly PoolMember[],
  facets: RoutingFacets = need(),
  part: Partial<AssignmentInput> = {},
): AssignmentInput {
  return {
    facets,
    pool,
    policy: POLICY,
    nowMs: MONDAY_10_PKT,
    helplineOffsetMinutes: PKT,
    excluded: [],
    ...part,
  }
}

const LANGUAGES_HERE = ["ur", "ps", "skr", "pa"] as const
const PROVINCES_HERE = PROVINCES.slice(0, 3)
/** Mostly `usual`, so that random needs and pools meet often enough to be worth ranking. */
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: other })
const genderWish: fc.Arbitrary<RoutingFacets["genderWish"]> = fc.oneof(
  fc.constant({ strength: "any" } as const),
  fc.record({
    strength: fc.constantFrom("must" as const, "prefer" as const),
    gender: fc.constantFrom(...GENDERS),
  }),
)

export const anyNeed: fc.Arbitrary<RoutingFacets> = fc.record({
  discipline: fc.constantFrom(...DISCIPLINES),
  languages: fc.uniqueArray(fc.constantFrom(...LANGUAGES_HERE), { minLength: 1, maxLength: 3 }),
  genderWish,
  channel: mostly("messages" as const, fc.constantFrom(...CHANNELS)),
  province: fc.constantFrom(...PROVINCES_HERE, "any" as const),
  lane: fc.constantFrom(...LANES),
  actFamily: fc.constantFrom(...ACT_FAMILIES),
  minor: fc.constantFrom(...THREE_WAY),
})

const duty = fc.array(
  fc.record({
    weekday: fc.integer({ min: 0, max: 6 }),
    fromMinute: fc.integer({ min: 0, max: 23 }).map((hour) => hour * 60),
    toMinute: fc.integer({ min: 0, max: 24 }).map((hour) => hour * 60),
  }),
  { maxLength: 4 },
)
const leave = fc
  .record({ from: fc.integer({ min: -3, max: 5 }), days: fc.integer({ min: 0, max: 9 }) })
  .map(({ from, days }) => [{ from: day(from), to: day(from + days) }])

const anyMember: fc.Arbitrary<Omit<PoolMember, "keyId">> = fc.record({
  gender: fc.constantFrom(...GENDERS),
  credentials: fc.array(
    fc.record({
      discipline: fc.constantFrom(...DISCIPLINES),
      validUntil: fc.integer({ min: -1, max: 9 }).map(day),
      provinces: mostly([], fc.subarray([...PROVINCES_HERE])),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  languages: fc.uniqueArray(
    fc.record({ code: fc.constantFrom(...LANGUAGES_HERE), level: fc.constantFrom(...LANGUAGE_LEVELS) }),
    { selector: ({ code }) => code, minLength: 1, maxLength: 4 },
  ),
  clearances: mostly([...CLEARANCES], fc.subarray([...CLEARANCES])),
  channels: mostly([...CHANNELS], fc.subarray([...CHANNELS])),
  cap: mostly(14, fc.integer({ min: 0, max: 12 })),
  duty: mostly([...ROUND_THE_CLOCK], duty),
  leave: mostly([], leave),
  skills: fc.dictionary(
    fc.constantFrom(...ACT_FAMILIES),
    fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  ),
  experience: fc.dictionary(fc.constantFrom(...ACT_FAMILIES), fc.integer({ min: 0, max: 15 })),
  reach: mostly([], fc.subarray([...PROVINCES_HERE])),
  reliability: fc.integer({ min: 0, max: 100 }),
  load: fc.integer({ min: 0, max: 10 }),
  openCases: fc.integer({ min: 0, max: 20 }),
  newCases: mostly(0, fc.integer({ min: 0, max: 2 })),
})

/** Random needs and pools; duty hours are whole hours, so that the slow reference may step by the hour. */
export const anyInput: fc.Arbitrary<AssignmentInput> = fc
  .record({
    facets: anyNeed,
    members: fc.oneof(
      fc.array(anyMember, { maxLength: 6 }),
      fc.array(anyMember, { minLength: 6, maxLength: 16 }),
    ),
    minute: fc.integer({ min: 0, max: 7 * 1440 }),
    left: fc.subarray([0, 1, 2]),
    known: fc.option(fc.subarray([0, 1, 2, 3])),
  })
  .map(({ facets, members, minute, left, known }) => ({
    ...input(
      members.map((member, n) => ({ ...member, keyId: keyId(n) })),
      facets,
    ),
    nowMs: MONDAY_10_PKT + minute * 60_000,
    excluded: left.slice(0, 1).map(keyId),
    knownBefore: known?.map(keyId) ?? null,
  }))
