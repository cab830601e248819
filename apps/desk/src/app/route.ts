import type { CaseId, NeedId, StaffRole } from "@shn/domain"
import { goOn, type Trail } from "@shn/staff"

/**
 * Where somebody is in the desk. Lives in memory: no case id is ever written into an address, a history entry or
 * the browser's list of visited pages. The history holds only positions.
 */
export type DeskRoute =
  | { readonly name: "offers" }
  | { readonly name: "cases" }
  | { readonly name: "case"; readonly caseId: CaseId }
  | { readonly name: "complaint"; readonly caseId: CaseId; readonly draftId: string }
  | { readonly name: "board" }
  | { readonly name: "need"; readonly caseId: CaseId; readonly needId: NeedId }

/** The first screen after sign in: coordinators watch the board, everyone else their offers. */
export function firstRoute(roles: readonly StaffRole[]): DeskRoute {
  return roles.includes("coordinator") ? { name: "board" } : { name: "offers" }
}

/** Goes somewhere. Going where one is adds no step to go back. */
export function goTo(trail: Trail<DeskRoute>, route: DeskRoute): Trail<DeskRoute> {
  return isSamePlace(placeOf(trail), route) ? trail : goOn(trail, route)
}

function isSamePlace(a: DeskRoute, b: DeskRoute): boolean {
  if (a.name === "case") return b.name === "case" && a.caseId === b.caseId
  if (a.name === "complaint") return b.name === "complaint" && a.draftId === b.draftId
  if (a.name === "need") return b.name === "need" && a.needId === b.needId
  return a.name === b.name
}

/** The place shown now. */
export function placeOf(trail: Trail<DeskRoute>): DeskRoute {
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
  if (route.name === "case" || route.name === "complaint") return "cases"
  return route.name === "need" ? "board" : route.name
}
