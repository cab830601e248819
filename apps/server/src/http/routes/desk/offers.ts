import { dayOf, ok } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { DESK_ROUTES, OfferView } from "@shn/wire"
import { facetsOf } from "../../../rules/offers.ts"
import { storedDsse } from "../../../rules/roster-statement.ts"
import type { OfferRow } from "../../../store/schema.ts"
import type { Queries } from "../../../store/store.ts"
import type { Handler } from "../../handler.ts"

export const offers: Handler<typeof DESK_ROUTES.offers> = async (_, { deps, caller }) => {
  const rows = await deps.store.offers.openTo(caller.member.keyId)
  const views: OfferView[] = []
  for (const row of rows) {
    const view = await offerView(deps.store, row)
    if (view === null) continue
    await deps.store.access.log(row.case_id, row.key_id, "preview", dayOf(deps.clock()))
    views.push(view)
  }
  return ok({ offers: views, serverTime: new Date(deps.clock()).toISOString() })
}

// Between the two reads the offer may have ended; then there is nothing to show.
async function offerView(queries: Queries, row: OfferRow): Promise<OfferView | null> {
  const need = await queries.needs.find(row.need_id)
  const owner = await queries.cases.find(row.case_id)
  const wrap = await queries.needs.previewWrap(row.need_id, row.key_id)
  const facets = need === undefined ? null : facetsOf(need)
  if (need === undefined || owner === undefined || wrap === undefined || facets === null) return null
  const entries = await queries.roster.entries(row.case_id)
  const answers = await queries.offers.answers(row.case_id)
  return {
    offerId: row.offer_id,
    caseId: row.case_id,
    needId: row.need_id,
    facets: { ...facets, languages: [...facets.languages] },
    deadline: new Date(row.deadline_ms ?? 0).toISOString(),
    signPk: base64url(owner.sign_pk),
    kemPk: base64url(owner.kem_pk),
    roster: entries.map(({ dsse }) => storedDsse(dsse)),
    answers: answers.map(({ dsse }) => storedDsse(dsse)),
    preview: base64url(need.preview),
    previewWrap: { keyId: row.key_id, bytes: base64url(wrap) },
  }
}
