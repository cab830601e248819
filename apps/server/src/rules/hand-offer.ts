import { type Day, err, type KeyId, type NeedId, type OfferId, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import type { DirectoryMember, HandOfferRequest, v } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { Queries } from "../store/store.ts"
import { coordinatorPlace } from "./coordinator.ts"
import { appendEnvelopes, type CheckedEnvelope, placeForEnvelope } from "./envelope.ts"
import { facetsOf, moveOffers, openOffer } from "./offers.ts"
import { serviceTime } from "./pool.ts"
import { type CheckedChange, checkedChange, type RosterError, storeChange } from "./roster-change.ts"
import { hashName } from "./roster-statement.ts"

type Request = v.InferOutput<typeof HandOfferRequest>

/** An offer by hand whose signatures and hashes hold. */
export type CheckedHandOffer = {
  readonly needId: NeedId
  readonly keyId: KeyId
  readonly change: CheckedChange
  readonly previewWrap: Uint8Array
  /** JSON, only for a need whose facets were deleted; null otherwise. */
  readonly facets: string | null
}

/** Checks what needs no stored data: the entry proposes exactly this expert for exactly this need. */
export function checkedHandOffer(
  request: Request,
  signerPk: Uint8Array,
): Result<CheckedHandOffer, "roster_refused"> {
  const { needId, keyId } = request
  const change = checkedChange(request.change, "coordinator", signerPk, keyId)
  if (!change.ok) return change
  const { entry } = change.value
  const previewWrap = fromBase64url(request.previewWrap.bytes)
  const isSound =
    previewWrap !== null &&
    request.previewWrap.keyId === keyId &&
    Object.keys(entry.previewHashes).length === 1 &&
    entry.previewHashes[keyId] === hashName(previewWrap) &&
    entry.members.some(
      (member) => member.keyId === keyId && member.need === needId && member.state === "proposed",
    )
  if (!isSound) return err("roster_refused")
  const facets = request.facets === undefined ? null : JSON.stringify(request.facets)
  return ok({ needId, keyId, change: change.value, previewWrap, facets })
}

/** Stores roster entry, keys, reason and offer together. Repeating the same one finds the same offer. */
export async function storeHandOffer(
  tx: Queries,
  offer: CheckedHandOffer & { readonly envelope: CheckedEnvelope; readonly today: Day },
  coordinator: DirectoryMember,
  deps: Deps,
): Promise<
  Result<
    { readonly offerId: OfferId },
    RosterError | "not_found" | "not_allowed" | "already_taken" | "bad_request"
  >
> {
  const { caseId } = offer.change.entry
  const row = await tx.cases.lock(caseId)
  const place = await coordinatorPlace(tx, caseId, coordinator)
  if (row === undefined || !place.ok) return err("not_allowed")
  const before = await tx.needs.find(offer.needId)
  if (before === undefined) return err("not_found")
  const change = await storeChange(tx, row, offer.change, deps)
  if (!change.ok) return change
  if (change.value === "repeated") {
    const made = await openOffer(tx, before, offer.keyId)
    return made === undefined ? err("conflict") : ok({ offerId: made.offer_id })
  }
  if (before.phase === "accepted") return err("already_taken")
  if (facetsOf(before) === null) {
    if (offer.facets === null) return err("bad_request")
    await tx.needs.setFacets(offer.needId, offer.facets)
  }
  const place2 = await placeForEnvelope(tx, { ...row, epoch: offer.change.entry.e }, offer.envelope)
  if (!place2.ok) return err(place2.error)
  if (place2.value === "new") await appendEnvelopes(tx, row, [offer.envelope], offer.today)
  await tx.needs.insertPreviewWraps(offer.needId, [{ keyId: offer.keyId, bytes: offer.previewWrap }])
  const need = await tx.needs.find(offer.needId)
  if (need === undefined) return err("not_found")
  const time = {
    nowMs: deps.clock(),
    service: serviceTime(deps.organisation()),
    random: deps.random,
  }
  const moved = await moveOffers(tx, need, { kind: "by_hand", keyId: offer.keyId }, time)
  if (!moved.ok) return err("conflict")
  const made = await openOffer(tx, need, offer.keyId)
  return made === undefined ? err("conflict") : ok({ offerId: made.offer_id })
}
