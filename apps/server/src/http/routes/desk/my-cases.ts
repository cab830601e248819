import { ok } from "@shn/domain"
import type { DESK_ROUTES, MyCase } from "@shn/wire"
import { needView } from "../../../rules/case-view.ts"
import type { Handler } from "../../handler.ts"

export const myCases: Handler<typeof DESK_ROUTES.myCases> = async (_, { deps, caller }) => {
  const places = await deps.store.roster.casesOf(caller.member.keyId)
  const caseIds = places.map((place) => place.case_id)
  const newest = new Map(
    (await deps.store.envelopes.newest(caseIds)).map((row) => [row.case_id, row] as const),
  )
  const needs = await deps.store.needs.ofCases(caseIds)
  const cases = places.flatMap((place): MyCase[] => {
    const last = newest.get(place.case_id)
    if (last === undefined || place.role === "reporter") return []
    return [
      {
        caseId: place.case_id,
        role: place.role,
        needs: needs.filter((need) => need.case_id === place.case_id).map(needView),
        since: place.since_day,
        lastDay: last.received_day,
        lastAuthor: last.author_key_id,
        messages: last.envelope_count,
      },
    ]
  })
  return ok({ cases: cases.toSorted((a, b) => (a.lastDay < b.lastDay ? 1 : a.lastDay > b.lastDay ? -1 : 0)) })
}
