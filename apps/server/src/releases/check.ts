import { checkRelease, type Release, type ReleaseFinding } from "@shn/consent/release"
import type { Day } from "@shn/domain"
import type { SignedStatement } from "@shn/wire"
import { agencyKeyOf } from "../agencies.ts"
import type { Organisation } from "../organisation.ts"
import type { CaseRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"
import { releaseIn, storedStatement } from "./stored.ts"

export type ReleaseProblem =
  | "release_refused"
  | "agency_key_changed"
  | "release_not_yet"
  | "release_over"
  | "release_revoked"
  | "uses_exceeded"
  | "conflict"

/** What each finding is called on the way. A finding later in the list of findings does not hide an earlier one. */
const PROBLEM_OF: Readonly<Record<ReleaseFinding, ReleaseProblem>> = {
  "not-a-release": "release_refused",
  "bad-signature": "release_refused",
  "other-case": "release_refused",
  "other-agency": "release_refused",
  "other-agency-key": "agency_key_changed",
  "not-yet-valid": "release_not_yet",
  expired: "release_over",
  replayed: "conflict",
  "used-up": "uses_exceeded",
  superseded: "release_over",
  "number-taken": "conflict",
  revoked: "release_revoked",
}

/**
 * Everything that the server can know against a release today, in the order in which it matters: taking back, signature, case,
 * agency, its present key, days, uses, number.
 * @param release the same statement, read but not believed, to know which agency and number it is about
 */
export async function releaseProblems(
  tx: Queries,
  row: CaseRow,
  statement: SignedStatement,
  release: Release,
  now: { readonly organisation: Organisation; readonly today: Day },
): Promise<readonly ReleaseProblem[]> {
  const stored = await tx.releases.ofCase(row.case_id)
  const others = stored.filter(({ release_id }) => release_id !== release.releaseId).map(releaseIn)
  const { packages } = await tx.releases.parts(
    stored
      .filter((each) => releaseIn(each).consentDigest === release.consentDigest)
      .map(({ release_id }) => release_id),
  )
  const revocations = await tx.releases.revocations(row.case_id)
  const agency = now.organisation.agencies.byId.get(release.agencyId)
  const checked = checkRelease(statement, {
    caseId: row.case_id,
    casePk: row.sign_pk,
    agency: { id: agency?.agencyId ?? "", key: agency === undefined ? "" : agencyKeyOf(agency) },
    today: now.today,
    others,
    used: packages.length,
    revocations: revocations.map(({ dsse }) => storedStatement(dsse)),
  })
  if (checked.ok) return []
  // Whatever else is wrong: that the person has changed their mind is what the desk needs to hear.
  const isRevoked = checked.findings.includes("revoked")
  return isRevoked ? ["release_revoked"] : checked.findings.map((finding) => PROBLEM_OF[finding])
}
