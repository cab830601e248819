import { err, ok, type Result } from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import type { Deps } from "../deps.ts"
import type { CaseCaller } from "../http/handler.ts"
import { ceilTo, FIVE_MINUTES_MS } from "../rules/grain.ts"
import type { CaseRow } from "../store/schema.ts"
import type { Queries } from "../store/store.ts"

/** A visit lasts this long; then the phone, which still has the keys, signs again. */
export const TOKEN_SECONDS = 15 * 60

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/

/** A fresh bearer token; only its hash is stored. */
export async function newToken(deps: Deps, tx: Queries, row: CaseRow) {
  const token = deps.random(32)
  await tx.tokens.insert(
    sha256(token),
    row.case_id,
    ceilTo(deps.clock() + TOKEN_SECONDS * 1000, FIVE_MINUTES_MS),
  )
  return { token: base64url(token), expiresInSeconds: TOKEN_SECONDS, caseId: row.case_id }
}

/** Who is behind the Authorization header. */
export async function reporterCaller(
  authorization: string,
  deps: Deps,
): Promise<Result<CaseCaller, "token_expired" | "case_expired">> {
  const token = fromBase64url(BEARER.exec(authorization)?.[1] ?? "")
  if (token?.length !== 32) return err("token_expired")
  const tokenHash = sha256(token)
  const row = await deps.store.tokens.findCase(tokenHash, deps.clock())
  if (row === undefined) return err("token_expired")
  return row.state === "expired" ? err("case_expired") : ok({ row, tokenHash })
}
