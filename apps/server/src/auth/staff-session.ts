import { err, type KeyId, ok, type Result } from "@shn/domain"
import { base64url, fromBase64url } from "@shn/primitives/encode"
import { sha256 } from "@shn/primitives/hash"
import type { Deps } from "../deps.ts"
import type { StaffCaller } from "../http/handler.ts"
import { activeMember } from "../organisation.ts"

/** The prefix makes the browser refuse it without Secure, with a Domain, or on another path. */
export const SESSION_COOKIE = "__Host-shn"
/** A working day; then both factors again. */
export const SESSION_MS = 12 * 60 * 60 * 1000
/** A desk that somebody walked away from. */
export const IDLE_MS = 60 * 60 * 1000
/** Noting every request would write on every poll. */
const SEEN_GRAIN_MS = 60 * 1000

/** Begins a session. @returns the cookie's secret; only its hash is stored. */
export async function newSession(deps: Deps, keyId: KeyId): Promise<string> {
  const secret = deps.random(32)
  const nowMs = deps.clock()
  await deps.store.staff.insertSession({
    session_hash: sha256(secret),
    key_id: keyId,
    seen_ms: nowMs,
    ends_ms: nowMs + SESSION_MS,
  })
  return base64url(secret)
}

/** Who is behind the Cookie header. A member whom the directory no longer names as active is nobody, at once. */
export async function staffCaller(
  cookies: string,
  deps: Deps,
): Promise<Result<StaffCaller, "session_ended">> {
  const session = await openSession(cookies, deps)
  if (session === null) return err("session_ended")
  const organisation = deps.organisation()
  const member = activeMember(organisation, session.keyId)
  const record = organisation.records.get(session.keyId)
  if (member === null || record === undefined) return err("session_ended")
  await session.touch()
  return ok({ member, record, sessionHash: session.sessionHash })
}

/** A session that is not over. `touch` says that its owner was here; whose door it opens is the caller's to judge. */
type OpenSession = {
  readonly keyId: KeyId
  readonly sessionHash: Uint8Array
  readonly touch: () => Promise<void>
}

/** @returns null without a cookie, or with one that opens nothing (any more) */
export async function openSession(cookies: string, deps: Deps): Promise<OpenSession | null> {
  const secret = fromBase64url(cookieValue(cookies))
  if (secret?.length !== 32) return null
  const sessionHash = sha256(secret)
  const session = await deps.store.staff.session(sessionHash)
  const nowMs = deps.clock()
  if (session === undefined || session.ends_ms <= nowMs || session.seen_ms + IDLE_MS <= nowMs) return null
  const touch = async () => {
    if (nowMs - session.seen_ms > SEEN_GRAIN_MS) await deps.store.staff.seen(sessionHash, nowMs)
  }
  return { keyId: session.key_id, sessionHash, touch }
}

// A neighbour on the same domain may set a cookie whose name only looks like ours, with white space that a kind reader
// would trim: browsers guard the exact name alone. Twice the name is not ours either.
function cookieValue(cookies: string): string {
  const prefix = `${SESSION_COOKIE}=`
  const found = cookies.split(/; ?/).filter((cookie) => cookie.startsWith(prefix))
  return found.length === 1 ? (found[0] ?? "").slice(prefix.length) : ""
}
