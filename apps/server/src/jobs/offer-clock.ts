import { clockStep, clockUsed, type OfferId } from "@shn/domain"
import { laneOf, moveOffers, stepTimeMs } from "../rules/offers.ts"
import { serviceTime } from "../rules/pool.ts"
import type { JobRow, OfferRow } from "../store/schema.ts"
import type { JobDeps } from "./job-deps.ts"

/** A nudge at half time, the coordinator at 80 %, and at the end the offer goes to the next. PRODUCT section 6. */
export async function offerClock(job: JobRow, deps: JobDeps): Promise<void> {
  // The subject was written by us when the offer was made.
  const offerId = job.subject as OfferId
  const nowMs = deps.clock()
  const service = serviceTime(deps.organisation())
  await deps.store.transaction(async (tx) => {
    const found = await tx.offers.find(offerId)
    if (found === undefined) return
    await tx.cases.lock(found.case_id)
    const offer = await tx.offers.find(offerId)
    const need = await tx.needs.find(found.need_id)
    if (offer?.state !== "open" || need === undefined) return
    if (offer.deadline_ms !== null && offer.deadline_ms <= nowMs) {
      await moveOffers(
        tx,
        need,
        { kind: "expire", keyId: offer.key_id },
        { nowMs, service, random: deps.random },
      )
      return
    }
    const lane = laneOf(need)
    const openedMs = offer.opened_ms ?? nowMs
    const due = clockStep(clockUsed(lane, "accept", openedMs, nowMs, service))
    // The stored deadline is rounded up: until then there is nothing beyond telling the coordinator.
    const step: OfferRow["step"] = due === "withdraw" ? "tell_coordinator" : due
    if (step !== offer.step) await tx.offers.setStep(offerId, step)
    const nextMs =
      step === "tell_coordinator"
        ? offer.deadline_ms
        : stepTimeMs(lane, step === "nudge" ? 80 : 50, openedMs, service)
    if (nextMs !== null) await tx.jobs.plan("offer_clock", offerId, Math.max(nextMs, nowMs + MIN_WAIT_MS))
  })
}

/** Rounding may put the next step at this very moment; a job must not run in circles. */
const MIN_WAIT_MS = 1_000
