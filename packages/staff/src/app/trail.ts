/**
 * Where somebody has been in an app of the staff; `at` is where they are. Back and Forward move `at`. Lives in memory:
 * the browser's history holds positions only, so that nothing of a case is written to the device.
 */
export type Trail<Place> = { readonly places: readonly Place[]; readonly at: number }

export function startTrail<Place>(place: Place): Trail<Place> {
  return { places: [place], at: 0 }
}

/** Goes somewhere new; what lay ahead is forgotten, as in any browser. */
export function goOn<Place>(trail: Trail<Place>, place: Place): Trail<Place> {
  return { places: [...trail.places.slice(0, trail.at + 1), place], at: trail.at + 1 }
}

/** Moves to a position that a history entry named; a position of another visit leads to the start. */
export function moveTo<Place>(trail: Trail<Place>, position: unknown): Trail<Place> {
  const isKnown = typeof position === "number" && Number.isInteger(position) && position >= 0
  const at = isKnown && position < trail.places.length ? position : 0
  return { ...trail, at }
}
