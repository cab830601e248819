import { dayOf, err, ok, type Result } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { InboxAnswer, InboxLine, OpenedRelease, v } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { OfficerCaller } from "../http/handler.ts"
import { floorTo } from "../rules/grain.ts"
import { releaseActs, releaseState } from "./state.ts"
import { factsOf, storedStatement } from "./stored.ts"
import { answerHead, revocationOf } from "./view.ts"

/** Officers' acts are kept to the minute. PROTOCOL P3. */
export const ACT_MS = 60_000

/** What lies in the inbox of this officer's agency, newest first. */
export async function inboxOf(
  deps: Deps,
  { agency }: OfficerCaller,
): Promise<v.InferOutput<typeof InboxAnswer>> {
  const nowMs = deps.clock()
  const today = dayOf(nowMs)
  const rows = await deps.store.releases.ofAgency(agency.agencyId)
  const lines = rows.map(
    (row): InboxLine => ({
      releaseId: row.release_id,
      state: releaseState(factsOf(row, row.packages), today),
      day: row.first_day,
      lastDay: row.exp_day,
      uses: row.packages,
      answers: row.answers,
    }),
  )
  lines.sort((one, other) => compare(other.day, one.day) || compare(one.releaseId, other.releaseId))
  return { lines, serverTime: new Date(nowMs).toISOString() }
}

/** One release of this officer's agency. The view is written down before anything is handed out. */
export async function openRelease(
  deps: Deps,
  { agency, officer }: OfficerCaller,
  releaseId: string,
): Promise<Result<OpenedRelease, "not_found">> {
  const nowMs = deps.clock()
  const today = dayOf(nowMs)
  return deps.store.transaction(async (tx): Promise<Result<OpenedRelease, "not_found">> => {
    const row = await tx.releases.lock(releaseId)
    if (row?.agency_id !== agency.agencyId) return err("not_found")
    const { packages, answers } = await tx.releases.parts([releaseId])
    const [first] = packages
    const owner = await tx.cases.find(row.case_id)
    if (first === undefined || owner === undefined) return err("not_found")
    const at_ms = floorTo(nowMs, ACT_MS)
    await tx.releases.logView({ release_id: releaseId, key_id: officer.keyId, act: "opened", at_ms })
    const facts = factsOf(row, packages.length)
    const isOpen = releaseActs(facts, today).fetch
    return ok({
      line: {
        releaseId,
        state: releaseState(facts, today),
        day: first.day,
        lastDay: row.exp_day,
        uses: packages.length,
        answers: answers.length,
      },
      release: storedStatement(row.dsse),
      revocation: revocationOf(row, await tx.releases.revocations(row.case_id), owner.sign_pk),
      packages: packages.flatMap(({ use_no, upload_id, cover }) =>
        isOpen && cover !== null ? [{ use: use_no, uploadId: upload_id, cover: base64url(cover) }] : [],
      ),
      answers: answers.map((one) => ({ ...answerHead(one), copy: base64url(one.copy_bytes) })),
    })
  })
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
