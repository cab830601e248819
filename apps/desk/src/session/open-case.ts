import { type CaseId, err, ok, type Result } from "@shn/domain"
import { type OpenCaseProblem, type OpenedCase, openCase, toRemember } from "@shn/sealed"
import { type ApiFailure, type CaseView, DESK_ROUTES } from "@shn/wire"
import type { Desk } from "../app/desk-context.tsx"

/** A case as this device could read it: open, or why it stays closed. */
export type CaseOnDesk =
  | { readonly kind: "open"; readonly view: CaseView; readonly opened: OpenedCase }
  | { readonly kind: "closed"; readonly why: OpenCaseProblem | "directory" }

/** Fetches a case and opens it with my key. The server logs the view; the person sees that. */
export async function readCase(
  desk: Pick<Desk, "call" | "session" | "seenCases">,
  caseId: CaseId,
): Promise<Result<CaseOnDesk, ApiFailure>> {
  const { session, seenCases } = desk
  if (session.trust.kind !== "trusted") return ok({ kind: "closed", why: "directory" })
  const answer = await desk.call(DESK_ROUTES.readCase, { caseId })
  if (!answer.ok) return answer
  // A server that answers with another case must not get that one opened under this name.
  if (answer.value.caseId !== caseId) return err("nonsense_answer")
  const remembered = seenCases.get(caseId)
  const opened = await openCase({
    view: answer.value,
    me: session.keys,
    directory: session.trust.directory,
    ...(remembered === undefined ? {} : { remembered }),
  })
  if (!opened.ok) return ok({ kind: "closed", why: opened.error })
  const isRolledBack = opened.value.findings.some((finding) => finding.code === "rolled-back")
  // The newer state stays the measure: otherwise the second look would find the older one normal.
  if (!isRolledBack) seenCases.set(caseId, toRemember(opened.value))
  return ok({ kind: "open", view: answer.value, opened: opened.value })
}
