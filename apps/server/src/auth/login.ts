import { err, type Handle, ok, type Result } from "@shn/domain"
import { fromBase64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import { loginBytes } from "@shn/primitives/labels"
import { verify } from "@shn/primitives/verify"
import type { LoginRequest, v } from "@shn/wire"
import type { Deps } from "../deps.ts"
import type { CaseRow } from "../store/schema.ts"
import { challengeEnd, newChallenge } from "./challenge.ts"

/** PROTOCOL step 1. */
const CHALLENGE_MS = 60 * 1000

// The base point of Ed25519 (RFC 8032 section 5.1), as good a key as any: verifying against it takes the usual time.
const NOBODYS_KEY = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 0x58 : 0x66))

export function newLoginChallenge(deps: Deps, handle: Handle): Uint8Array {
  return newChallenge(deps.secret, `login/${handle}`, deps.clock() + CHALLENGE_MS, deps.random)
}

/** A login that holds, except that its challenge must still be spent. */
export type CheckedLogin = { readonly row: CaseRow; readonly hash: Uint8Array; readonly endsMs: number }

/** One answer whatever is wrong, after the same work. @param row null for a handle that nobody has */
export function checkedLogin(
  deps: Deps,
  request: v.InferOutput<typeof LoginRequest>,
  row: CaseRow | null,
): Result<CheckedLogin, "login_failed"> {
  const challenge = fromBase64url(request.challenge)
  const handle = fromBase64url(request.handle)
  const signature = fromBase64url(request.signature)
  if (challenge === null || handle === null || signature === null) return err("login_failed")
  const endsMs = challengeEnd(deps.secret, `login/${request.handle}`, challenge, deps.clock())
  const signed = loginBytes(deps.origins.reporter, handle, challenge)
  const isSigned = verify(signature, signed, row?.auth_pk ?? NOBODYS_KEY)
  if (endsMs === null || !isSigned || row === null || row.state === "expired") return err("login_failed")
  return ok({ row, hash: sha256(challenge), endsMs })
}
