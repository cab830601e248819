import { dayOf } from "@shn/domain"
import { withdrawPackage } from "../releases/withdraw.ts"
import type { JobDeps } from "./job-deps.ts"

/** As many are looked up at once. */
const AT_ONCE = 100

/** Deletes packages whose last day has passed: what the person allowed until a day is not kept for longer. */
export async function expirePackages({ store, clock }: Pick<JobDeps, "store" | "clock">): Promise<void> {
  const nowMs = clock()
  for (let found = AT_ONCE; found === AT_ONCE; ) {
    const over = await store.releases.packagesOver(dayOf(nowMs), AT_ONCE)
    // Each by itself: a person who takes something back at this moment waits for one, and nobody waits in a circle.
    for (const each of over) await store.transaction((tx) => withdrawPackage(tx, each, nowMs))
    found = over.length
  }
}
