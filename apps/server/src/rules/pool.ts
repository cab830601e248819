import type { ExpertProfile } from "@shn/domain"
import {
  type AssignmentInput,
  addDays,
  type Day,
  isOnLeave,
  type KeyId,
  localDay,
  nextOnDuty,
  POLICY,
  type PoolMember,
  type RoutingFacets,
  type ServiceTime,
} from "@shn/domain"
import type { StaffRecord } from "@shn/wire"
import type { Organisation } from "../organisation.ts"
import type { Queries } from "../store/store.ts"

/** Wraps go to this many coordinators at most. PROTOCOL step 4b. */
const MAX_COORDINATORS = 3
const NEW_CASE_DAYS = 7

/** Everyone who takes cases, with today's load, in a stable order. */
export async function poolSnapshot(
  queries: Queries,
  organisation: Organisation,
  today: Day,
): Promise<readonly PoolMember[]> {
  const loads = new Map(
    (await queries.needs.loads(addDays(today, -NEW_CASE_DAYS))).map((row) => [row.keyId, row] as const),
  )
  return recordsOf(organisation, "expert").map((record) => {
    const load = loads.get(record.keyId)
    return {
      ...profileOf(record),
      load: load?.load ?? 0,
      openCases: load?.openCases ?? 0,
      newCases: load?.newCases ?? 0,
    }
  })
}

/** What the router decides from, plain JSON, so that the same decision can be made again from it. */
export function assignmentInput(
  facets: RoutingFacets,
  pool: readonly PoolMember[],
  organisation: Organisation,
  nowMs: number,
  excluded: readonly KeyId[],
): AssignmentInput {
  return {
    facets,
    pool,
    policy: POLICY,
    nowMs,
    helplineOffsetMinutes: organisation.file.offsetMinutes,
    excluded,
  }
}

/** When the clocks of offers run: whenever any expert is on duty. */
export function serviceTime(organisation: Organisation): ServiceTime {
  return {
    hours: recordsOf(organisation, "expert").flatMap((record) => record.profile.duty),
    offsetMinutes: organisation.file.offsetMinutes,
  }
}

/** Coordinators at work now, and the moment (ms) when the next one comes; null when nobody is planned. */
export function coordinatorsOnDuty(
  organisation: Organisation,
  nowMs: number,
): { readonly onDuty: readonly KeyId[]; readonly nextMs: number | null } {
  const arriving = arrivals(organisation, nowMs)
  return {
    onDuty: arriving
      .filter(({ atMs }) => atMs === nowMs)
      .slice(0, MAX_COORDINATORS)
      .map(({ keyId }) => keyId),
    nextMs: arriving[0]?.atMs ?? null,
  }
}

/** Who should be able to read a case sent now: those on duty, or whoever comes first. */
export function coordinatorsFor(organisation: Organisation, nowMs: number): readonly KeyId[] {
  return arrivals(organisation, nowMs)
    .slice(0, MAX_COORDINATORS)
    .map(({ keyId }) => keyId)
}

function arrivals(organisation: Organisation, nowMs: number) {
  const { offsetMinutes } = organisation.file
  return recordsOf(organisation, "coordinator")
    .filter((record) => !isOnLeave(record.profile.leave, localDay(nowMs, offsetMinutes)))
    .flatMap((record) => {
      const atMs = nextOnDuty(record.profile, nowMs, offsetMinutes)
      return atMs === null ? [] : [{ keyId: record.keyId, atMs }]
    })
    .toSorted((a, b) => a.atMs - b.atMs || (a.keyId < b.keyId ? -1 : 1))
}

function recordsOf(organisation: Organisation, role: "expert" | "coordinator"): readonly StaffRecord[] {
  return [...organisation.records.values()]
    .filter((record) => organisation.members.get(record.keyId)?.roles.includes(role) === true)
    .toSorted((a, b) => (a.keyId < b.keyId ? -1 : 1))
}

// The schema's record types leave room for missing values, which a parsed file has none of.
function profileOf(record: StaffRecord): ExpertProfile {
  return { ...record.profile, keyId: record.keyId } as ExpertProfile
}
