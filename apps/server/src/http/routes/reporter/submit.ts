import { err, ok } from "@shn/domain"
import { equalBytes } from "@shn/primitives/encode"
import type { REPORTER_ROUTES } from "@shn/wire"
import { checkedSubmission, storeSubmission, submissionHash } from "../../../rules/submission.ts"
import type { Handler } from "../../handler.ts"

export const submit: Handler<typeof REPORTER_ROUTES.submit> = async (request, { deps, caller }) => {
  const answer = { caseId: caller.row.case_id, state: "submitted" } as const
  const storedHash = caller.row.submit_hash
  if (storedHash !== null) {
    // The phone never heard our first answer: say it again, however long ago that was.
    return equalBytes(storedHash, submissionHash(request)) ? ok(answer) : err("conflict")
  }
  const checked = checkedSubmission(request, caller.row, deps)
  if (!checked.ok) return checked
  const stored = await deps.store.transaction((tx) => storeSubmission(tx, checked.value, deps))
  return stored.ok ? ok(answer) : stored
}
