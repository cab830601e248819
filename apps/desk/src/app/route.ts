import type { CaseId, NeedId, StaffRole } from "@shn/domain"

/**
 * Where somebody is in the desk. Lives in memory: no case id is ever written into an address, a history entry or
 * the browser's list of visited pages. The history holds only positions, see `HistoryState`.
 */
export type DeskRoute =
  | { readonly name: "offers" }
  | { readonly name: "cases" }
  | { readonly name: "case"; readonly caseId: CaseId }
  | { readonly name: "board" }
  | { readonly name: "need"; readonly caseId: CaseId; readonly needId: NeedId }

/** The trail of places; `at` is where we are. Back and Forward move `at`. */
export type Trail = { readonly places: readonly DeskRoute[]; readonly at: number }

/** The first screen after sign in: coordinators watch the board, everyone else their offers. */
export function firstRoute(roles: readonly StaffRole[]): DeskRoute {
  return roles.includes("coordinator") ? { name: "board" } : { name: "offers" }
}

export function startTrail(route: DeskRoute): Trail {
  return { places: [route], at: 0 }
}

/** Goes somewhere new; what lay ahead is forgotten, as in any browser. Going where one is adds no step to go back. */
export function goTo(trail: Trail, route: DeskRoute): Trail {
  if (isSamePlace(placeOf(trail), route)) return trail
  return { places: [...trail.places.slice(0, trail.at + 1), route], at: trail.at + 1 }
}

function isSamePlace(a: DeskRoute, b: DeskRoute): boolean {
  if (a.name === "case") return b.name === "case" && a.caseId === b.caseId
  if (a.name === "need") return b.name === "need" && a.needId === b.needId
  return a.name === b.name
}

/** Moves to a position that a history entry named; a position of another visit leads to the start. */
export function moveTo(trail: Trail, position: unknown): Trail {
  const isKnown = typeof position === "number" && Number.isInteger(position) && position >= 0
  const at = isKnown && position < trail.places.length ? position : 0
  return { ...trail, at }
}

/** The place shown now. */
export function placeOf(trail: Trail): DeskRoute {
  return trail.places[trail.at] ?? { name: "offers" }
}

/** Tabs this person has. Only experts get offers; only coordinators see needs that nobody owns. */
export function tabsFor(roles: readonly StaffRole[]): readonly ("offers" | "cases" | "board")[] {
  const tabs: ("offers" | "cases" | "board")[] = []
  if (roles.includes("coordinator")) tabs.push("board")
  if (roles.includes("expert")) tabs.push("offers")
  tabs.push("cases")
  return tabs
}

/** The tab that a place belongs to. */
export function tabOf(route: DeskRoute): "offers" | "cases" | "board" {
  if (route.name === "case") return "cases"
  return route.name === "need" ? "board" : route.name
}
