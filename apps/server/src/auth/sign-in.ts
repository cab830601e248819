import { err, ok, type Result } from "@shn/domain"
import { equalBytes, fromBase64url, utf8 } from "@shn/primitives/encode"
import { hmacSha256, sha256 } from "@shn/primitives/hash"
import type { SignInRequest, v } from "@shn/wire"
import { Secret, TOTP } from "otpauth"
import type { Deps } from "../deps.ts"
import type { Door, SignInRecord } from "./door.ts"

/** Typing errors are human; the waiting begins after these. */
const FREE_TRIES = 3
const FIRST_WAIT_MS = 5_000
/** Waiting never grows beyond this. */
const LONGEST_WAIT_MS = 5 * 60 * 1000
const TOTP_STEP_MS = 30_000
/** Names that nobody has share so many counters: inventing names must not fill the disk. */
const UNKNOWN_COUNTERS = 4096

/**
 * Judges both factors together: a failure does not tell which one was wrong. Tries with a wrong passphrase and tries
 * with the right one are counted apart. Names are public, so one count for both would let anybody keep a helper, and
 * with all names the whole helpline, from signing in; a passphrase of seven words is not found by guessing, and six
 * digits are guarded by the count that only its owner can reach.
 * @param onWait told the whole seconds to wait when there were too many tries; a name nobody has waits as long
 */
export async function judgedSignIn<R extends SignInRecord>(
  deps: Deps,
  request: v.InferOutput<typeof SignInRequest>,
  onWait: (seconds: number) => void,
  door: Door<R>,
): Promise<Result<R, "sign_in_failed" | "code_used" | "too_many_tries">> {
  const record = door.record(deps.organisation(), request.alias)
  const loginKey = fromBase64url(request.loginKey) ?? new Uint8Array(0)
  const expected = fromBase64url(record?.loginKeyHash ?? "") ?? new Uint8Array(32)
  const isKeyRight = equalBytes(sha256(loginKey), expected)
  const counter =
    record === null
      ? unknownCounter(deps, request.alias)
      : isKeyRight
        ? `${door.mark}${record.alias}`
        : wrongKeyCounter(door, record)
  const nowMs = deps.clock()
  const tries = await deps.store.transaction(async (tx) => {
    const before = await tx.staff.tries(counter)
    if (before !== undefined && before.wait_until_ms > nowMs) {
      onWait(Math.ceil((before.wait_until_ms - nowMs) / 1000))
      return null
    }
    const count = await tx.staff.countTry(counter)
    await tx.staff.setWait(counter, nowMs + waitAfterMs(count))
    return count
  })
  if (tries === null) return err("too_many_tries")

  const step = totpStep(record?.totpSecret ?? NOBODYS_SECRET, request.totp, nowMs)
  if (record === null || !isKeyRight || step === null) return err("sign_in_failed")
  if (!(await deps.store.staff.useCode(record.memberId, step))) return err("code_used")
  await deps.store.staff.clearTries(counter)
  await deps.store.staff.clearTries(wrongKeyCounter(door, record))
  return ok(record)
}

/** How long to wait after so many tries (ms): nothing at first, then doubling. */
export function waitAfterMs(tries: number): number {
  if (tries < FREE_TRIES) return 0
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - FREE_TRIES))
}

const NOBODYS_SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

/** The 30-second step whose digits these are, one step of clock error either way; null if none. RFC 6238. */
function totpStep(secret: string, digits: string, nowMs: number): number | null {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token: digits, timestamp: nowMs, window: 1 })
  return delta === null ? null : Math.floor(nowMs / TOTP_STEP_MS) + delta
}

// No name begins with "!" or "?" or holds "/".
function wrongKeyCounter({ mark }: Door, { alias }: SignInRecord): string {
  return `!${mark}${alias}`
}

function unknownCounter(deps: Deps, alias: string): string {
  const hash = hmacSha256(deps.secret, utf8(`sign-in-tries/${alias}`))
  return `?${new DataView(hash.buffer, hash.byteOffset, 4).getUint32(0) % UNKNOWN_COUNTERS}`
}
