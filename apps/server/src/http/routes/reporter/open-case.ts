import { addDays, type CaseId, type Day, dayOf, err, type Handle, type KeyId, ok } from "@shn/domain"
import { base64url, equalBytes, fromBase64url } from "@shn/primitives/encode"
import { caseIdBytes, handleBytes, keyIdBytes, openingBytes } from "@shn/primitives/labels"
import { isSoundPublicKey, verify } from "@shn/primitives/verify"
import type { OpenCaseRequest, REPORTER_ROUTES } from "@shn/wire"
import { newToken } from "../../../auth/case-token.ts"
import { checkedWork } from "../../../auth/work.ts"
import type { CaseRow } from "../../../store/schema.ts"
import type { Handler } from "../../handler.ts"

/** A case that is never submitted goes after this. PROTOCOL step 1. */
const UNSUBMITTED_DAYS = 7

/**
 * Opens an empty case. The same keys may open again, also with a puzzle already used: a phone whose line was cut
 * before our answer came must not be sent away.
 */
export const openCase: Handler<typeof REPORTER_ROUTES.openCase> = async (request, { deps }) => {
  const solution = checkedWork(deps, "open", request.work)
  if (!solution.ok) return solution
  const fresh = caseRow(request, dayOf(deps.clock()))
  const proof = fromBase64url(request.proof)
  if (fresh === null || proof === null) return err("opening_refused")
  const caseId = caseIdBytes(fresh.sign_pk, fresh.kem_pk)
  const signed = openingBytes(deps.origins.reporter, caseId, solution.value.challenge)
  if (base64url(caseId) !== request.caseId || !verify(proof, signed, fresh.auth_pk)) {
    return err("opening_refused")
  }
  return deps.store.transaction(async (tx) => {
    const isFirstUse = await tx.tokens.spend(solution.value.hash, solution.value.endsMs)
    const stored = await tx.cases.lock(fresh.case_id)
    if (stored === undefined) {
      if (!isFirstUse) return err("work_expired")
      if (!(await tx.cases.insert(fresh))) return err("conflict")
    } else if (!equalBytes(stored.auth_pk, fresh.auth_pk)) {
      return err("conflict")
    }
    const endsDay = fresh.ends_day ?? fresh.opened_day
    if (stored?.state === "expired") await tx.cases.reopen(fresh.case_id, endsDay)
    if (stored?.state !== "submitted" && stored?.state !== "opened") {
      await tx.jobs.plan("expire_case", fresh.case_id, dayAfterMs(endsDay))
    }
    return ok(await newToken(deps, tx, stored ?? fresh))
  })
}

function caseRow(request: OpenCaseRequest, today: Day): CaseRow | null {
  const authPk = fromBase64url(request.authPk)
  const signPk = fromBase64url(request.signPk)
  const kemPk = fromBase64url(request.kemPk)
  if (authPk?.length !== 32 || signPk?.length !== 32 || kemPk?.length !== 1216) return null
  if (!isSoundPublicKey(signPk)) return null
  return {
    // Made from the keys by the same rules as the parsers demand: 16 bytes in base64url.
    case_id: base64url(caseIdBytes(signPk, kemPk)) as CaseId,
    handle: base64url(handleBytes(authPk)) as Handle,
    auth_pk: authPk,
    sign_pk: signPk,
    kem_pk: kemPk,
    key_id: base64url(keyIdBytes(signPk, kemPk)) as KeyId,
    state: "opened",
    opened_day: today,
    ends_day: addDays(today, UNSUBMITTED_DAYS),
    submitted_day: null,
    submit_hash: null,
    epoch: 0,
    roster_seq: -1,
    envelope_count: 0,
  }
}

function dayAfterMs(day: Day): number {
  return Date.parse(`${addDays(day, 1)}T00:00:00Z`)
}
