import { dayOf, err, ok, type Result } from "@shn/domain"
import { equalBytes, fromBase64url } from "@shn/primitives/encode"
import { COVER_BYTES, type HandOverRequest, type ReleaseState, type v } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { StaffCaller } from "../http/handler.ts"
import { placeOnRoster } from "../rules/place-on-roster.ts"
import { type ReleaseProblem, releaseProblems } from "./check.ts"
import { releaseState } from "./state.ts"
import { factsOf, releaseIn, storedStatement } from "./stored.ts"

type Refusal =
  | Exclude<ReleaseProblem, "release_refused">
  | "not_on_roster"
  | "not_found"
  | "parts_missing"
  | "bad_request"

/**
 * Puts a finished upload of this member of staff into the agency's inbox as the package of a release. Every check of the release
 * is made again at this moment: days go by, keys change and people change their minds between signing and sending.
 */
export async function handOver(
  deps: Deps,
  { member }: StaffCaller,
  request: v.InferOutput<typeof HandOverRequest>,
): Promise<Result<{ state: ReleaseState }, Refusal>> {
  const cover = fromBase64url(request.cover)
  if (cover?.length !== COVER_BYTES) return err("bad_request")
  const today = dayOf(deps.clock())
  const { caseId, releaseId, use, uploadId } = request
  return deps.store.transaction(async (tx): Promise<Result<{ state: ReleaseState }, Refusal>> => {
    const row = await tx.cases.lock(caseId)
    const place = await placeOnRoster(tx, caseId, member.keyId)
    if (!place.ok || row === undefined) return err("not_on_roster")
    const stored = await tx.releases.lock(releaseId)
    if (stored?.case_id !== caseId) return err("not_found")
    const { packages } = await tx.releases.parts([releaseId])
    const before = packages.find(({ use_no }) => use_no === use)
    if (before !== undefined) {
      const isSame =
        before.upload_id === uploadId &&
        before.key_id === member.keyId &&
        (before.cover === null || equalBytes(before.cover, cover))
      return isSame ? ok({ state: releaseState(factsOf(stored, packages.length), today) }) : err("conflict")
    }
    const problems = await releaseProblems(tx, row, storedStatement(stored.dsse), releaseIn(stored), {
      organisation: deps.organisation(),
      today,
    })
    // A stored release was signed by this case; an agency that is gone from the list has no key any more.
    for (const problem of problems) return err(problem === "release_refused" ? "agency_key_changed" : problem)
    if (use !== packages.length + 1 || (await tx.releases.packageOf(uploadId)) !== undefined)
      return err("conflict")
    const upload = await tx.uploads.lock(uploadId)
    if (upload?.case_id !== caseId || upload.opened_by !== member.keyId) return err("not_found")
    if (upload.state !== "finished") return err("parts_missing")
    await tx.releases.insertPackage({
      release_id: releaseId,
      use_no: use,
      upload_id: uploadId,
      cover,
      key_id: member.keyId,
      day: today,
    })
    return ok({ state: releaseState(factsOf(stored, packages.length + 1), today) })
  })
}
