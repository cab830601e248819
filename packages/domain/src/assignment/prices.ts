import type { Day } from "../day.ts"
import type { PoolMember } from "../expert-profile.ts"
import type { RoutingFacets } from "../routing-facets.ts"
import { isOnLeave } from "../service-hours.ts"
import { DISCIPLINES, type Discipline, type Gender, type SpokenLanguage } from "../vocabulary.ts"
import { isAtLeast } from "./hard-rules.ts"
import type { AssignmentPolicy } from "./policy.ts"
import { toHundredths } from "./score.ts"

/**
 * Points for how full the expert would be with this case: nothing up to half the cap, little up to 80 %, then
 * steep. Convex, so that work spreads before anyone is near the cap.
 * @returns points, rounded to hundredths; for an expert within `capacity`, at most `loadPrice.atFull`.
 */
export function loadPrice(member: PoolMember, facets: RoutingFacets, policy: AssignmentPolicy): number {
  const { freeTo, cheapTo, atCheap, atFull } = policy.loadPrice
  const share = (member.load + policy.laneWeights[facets.lane]) / member.cap
  if (share <= freeTo) return 0
  if (share <= cheapTo) return toHundredths((atCheap * (share - freeTo)) / (cheapTo - freeTo))
  return toHundredths(atCheap + ((atFull - atCheap) * (share - cheapTo)) / (1 - cheapTo))
}

/** How many of the pool can serve a language x gender x discipline now. Made once per pool by `countCells`. */
export type CellCounts = ReadonlyMap<string, number>

export function countCells(pool: readonly PoolMember[], today: Day): CellCounts {
  const counts = new Map<string, number>()
  for (const member of pool) {
    for (const cell of cellsOf(member, today)) counts.set(nameOf(cell), (counts.get(nameOf(cell)) ?? 0) + 1)
  }
  return counts
}

/**
 * Points for spending a rare capability on somebody who did not ask for it.
 *
 * Exact rule: look at every cell (language spoken fluently x the expert's gender x discipline with a credential
 * valid today) that the expert serves. Leave out the cells this need asks for: same discipline, one of its
 * languages, and that gender wished. For each other cell count the pool members, besides this expert, who serve it
 * today with room for at least one more; the price of the cell is `scarcityPrice[count]`, zero beyond the list.
 * The dearest cell is the price. So the only Pashto-speaking woman lawyer is kept for those who ask for a woman
 * and Pashto, and costs them nothing.
 */
export function scarcityPrice(
  member: PoolMember,
  facets: RoutingFacets,
  counts: CellCounts,
  today: Day,
  policy: AssignmentPolicy,
): number {
  const prices = cellsOf(member, today)
    .filter((cell) => !isAskedFor(cell, facets))
    .map((cell) => policy.scarcityPrice[(counts.get(nameOf(cell)) ?? 1) - 1] ?? 0)
  return Math.max(0, ...prices)
}

type Cell = { readonly language: SpokenLanguage; readonly gender: Gender; readonly discipline: Discipline }

/** What this expert can serve today; nothing when full or on leave. */
function cellsOf(member: PoolMember, today: Day): readonly Cell[] {
  if (member.load >= member.cap || isOnLeave(member.leave, today)) return []
  const disciplines = DISCIPLINES.filter((discipline) =>
    member.credentials.some((held) => held.discipline === discipline && held.validUntil >= today),
  )
  const languages = new Set(
    member.languages.filter(({ level }) => isAtLeast(level, "fluent")).map(({ code }) => code),
  )
  return disciplines.flatMap((discipline) =>
    [...languages].map((language) => ({ language, gender: member.gender, discipline })),
  )
}

function isAskedFor(cell: Cell, { discipline, languages, genderWish }: RoutingFacets): boolean {
  return (
    cell.discipline === discipline &&
    languages.includes(cell.language) &&
    genderWish.strength !== "any" &&
    genderWish.gender === cell.gender
  )
}

function nameOf({ language, gender, discipline }: Cell): string {
  return `${language} ${gender} ${discipline}`
}
