import { goOn, type Trail } from "@shn/staff"

/**
 * Where an officer is. Lives in memory: the number of a release is never written into an address, a history entry or the
 * browser's list of visited pages.
 */
export type Place = { readonly name: "inbox" } | { readonly name: "release"; readonly releaseId: string }

export const INBOX: Place = { name: "inbox" }
/** The one place that has an address, so that Back, a new tab and the name in the header lead somewhere. */
export const INBOX_HREF = "#/inbox"

/** The place shown now. */
export function placeOf(trail: Trail<Place>): Place {
  return trail.places[trail.at] ?? INBOX
}

/** Goes somewhere. Going where one is adds no step to go back. */
export function goTo(trail: Trail<Place>, place: Place): Trail<Place> {
  return isSamePlace(placeOf(trail), place) ? trail : goOn(trail, place)
}

function isSamePlace(a: Place, b: Place): boolean {
  if (a.name === "release") return b.name === "release" && a.releaseId === b.releaseId
  return a.name === b.name
}
