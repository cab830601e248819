import { dayOf } from "@shn/domain"
import { withdrawPackage } from "../releases/withdraw.ts"
import type { JobDeps } from "./job-deps.ts"

/** In one transaction: nobody else waits for thousands. */
const AT_ONCE = 100

/** Deletes packages whose last day has passed: what the person allowed until a day is not kept for longer. */
export async function expirePackages({ store, clock }: Pick<JobDeps, "store" | "clock">): Promise<void> {
  const nowMs = clock()
  for (let withdrawn = AT_ONCE; withdrawn === AT_ONCE; ) {
    withdrawn = await store.transaction(async (tx) => {
      const over = await tx.releases.packagesOver(dayOf(nowMs), AT_ONCE)
      for (const each of over) await withdrawPackage(tx, each, nowMs)
      return over.length
    })
  }
}
