import type { KeyId } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { CaseView } from "@shn/wire"
import type { CaseRow, NeedRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"
import { storedDsse } from "./roster-statement.ts"

/** All of one case that `reader` gets: of the keys, only their own. */
export async function caseView(queries: Queries, row: CaseRow, reader: KeyId): Promise<CaseView> {
  const caseId = row.case_id
  const [entries, answers, wraps, links, envelopes, needs, access] = await Promise.all([
    queries.roster.entries(caseId),
    queries.offers.answers(caseId),
    queries.roster.wrapsOf(caseId, reader),
    queries.roster.links(caseId),
    queries.envelopes.all(caseId),
    queries.needs.ofCases([caseId]),
    queries.access.lines(caseId),
  ])
  return {
    caseId,
    state: row.state === "submitted" ? "submitted" : "opened",
    signPk: base64url(row.sign_pk),
    kemPk: base64url(row.kem_pk),
    roster: entries.map(({ dsse }) => storedDsse(dsse)),
    answers: answers.map(({ dsse }) => storedDsse(dsse)),
    wraps: wraps.map((wrap) => ({ ...wrap, bytes: base64url(wrap.bytes) })),
    links: links.map(({ epoch, bytes }) => ({ epoch, bytes: base64url(bytes) })),
    envelopes: envelopes.map((envelope) => ({
      caseId,
      epoch: envelope.epoch,
      msgId: envelope.msg_id,
      authorKeyId: envelope.author_key_id,
      bytes: base64url(envelope.bytes),
      receivedDay: envelope.received_day,
    })),
    needs: needs.map(needView),
    access: [...access],
  }
}

/** A need as people on the case see it. */
export function needView(need: NeedRow) {
  return {
    needId: need.need_id,
    discipline: need.discipline,
    state: need.phase,
    holder: need.holder ?? "",
  } as const
}
