import { isTakenBackBy, readRevocation } from "@shn/consent/release"
import type { CaseId, Day } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import type { ReleasesAnswer, ReleaseView, v } from "@shn/wire"
import type { ReleaseAnswerRow, RevocationRow } from "../store/release-rows.ts"
import type { CaseRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"
import { releaseState } from "./state.ts"
import { factsOf, releaseIn, storedStatement } from "./stored.ts"

/** All releases of a case and all that was taken back, for its person and its staff. */
export async function releaseViews(
  tx: Queries,
  row: CaseRow,
  today: Day,
): Promise<v.InferOutput<typeof ReleasesAnswer>> {
  const rows = await tx.releases.ofCase(row.case_id)
  const revocations = await tx.releases.revocations(row.case_id)
  const { packages, answers, views } = await tx.releases.parts(rows.map(({ release_id }) => release_id))
  const releases = rows.map((each): ReleaseView => {
    const mine = <T extends { readonly release_id: string }>(list: readonly T[]) =>
      list.filter(({ release_id }) => release_id === each.release_id)
    const handed = mine(packages)
    return {
      releaseId: each.release_id,
      agencyId: each.agency_id,
      state: releaseState(factsOf(each, handed.length), today),
      day: each.day,
      release: storedStatement(each.dsse),
      revocation: revocationOf(each, revocations, row.sign_pk),
      handed: handed.map((one) => ({
        use: one.use_no,
        uploadId: one.upload_id,
        keyId: one.key_id,
        day: one.day,
      })),
      answers: mine(answers).map((one) => ({ ...answerHead(one), bytes: base64url(one.bytes) })),
      views: mine(views).map(({ key_id, act, at_ms }) => ({ keyId: key_id, act, at: isoOf(at_ms) })),
    }
  })
  return { releases, revocations: revocations.map(({ dsse }) => storedStatement(dsse)) }
}

/** The statement that took a release back, or null. */
export function revocationOf(
  row: { readonly case_id: CaseId; readonly dsse: string; readonly revoked: number },
  revocations: readonly RevocationRow[],
  signPk: Uint8Array,
) {
  if (row.revoked === 0) return null
  const release = releaseIn(row)
  const found = revocations.find(({ dsse }) => {
    const revocation = readRevocation(storedStatement(dsse), signPk)
    return revocation !== null && isTakenBackBy(revocation, release.consentDigest, release.seq)
  })
  return found === undefined ? null : storedStatement(found.dsse)
}

/** Everything about an answer but its bytes. */
export function answerHead({ answer_id, position, key_id, at_ms, stops }: ReleaseAnswerRow) {
  return { answerId: answer_id, position, keyId: key_id, at: isoOf(at_ms), stops: stops === 1 }
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString()
}
