import { LANES } from "@shn/domain"
import type { UnownedNeed } from "@shn/wire"

/** Needs in the order in which a coordinator should take them: most urgent lane, then held before offered, then longest waiting. */
export function boardOrder(needs: readonly UnownedNeed[]): readonly UnownedNeed[] {
  return needs.toSorted(
    (a, b) =>
      LANES.indexOf(a.lane) - LANES.indexOf(b.lane) ||
      Number(a.state === "offered") - Number(b.state === "offered") ||
      b.waitingDays - a.waitingDays ||
      (a.needId < b.needId ? -1 : 1),
  )
}
