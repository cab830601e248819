import { readRevocation } from "@shn/consent"
import { ok, type Result } from "@shn/domain"
import type { HandOffs, SignedConsent } from "@shn/sealed"
import { type ApiFailure, REPORTER_ROUTES } from "@shn/wire"
import type { CaseDesk, CaseHold } from "../come-back/case-desk.ts"
import { givenOf, type Releases } from "./given.ts"

/** Why the server would not take a release, by the message that carries it. */
export type Refusals = ReadonlyMap<string, ApiFailure>

export type CaughtUp = {
  readonly releases: Releases
  readonly refusals: Refusals
  /** The case was told something: whoever shows it reads it again. */
  readonly hasToldCase: boolean
}

/**
 * Asks the server what it holds and brings both sides together: a release that was signed but never arrived is sent, and so is a
 * taking back that only one of the two places knows. Sending any of it twice is sending it once.
 */
export async function catchUp(
  desk: Pick<CaseDesk, "tell">,
  hold: CaseHold,
  handOffs: HandOffs,
  consents: readonly SignedConsent[],
): Promise<Result<CaughtUp, ApiFailure>> {
  const first = await hold.call(REPORTER_ROUTES.releases, {})
  if (!first.ok) return first
  const shared = await shareRevocations(desk, hold, handOffs, first.value)
  const { hasToldCase } = shared
  const refusals = new Map<string, ApiFailure>()
  const casePk = hold.keys.sign.publicKey
  let isNews = shared.isNews
  for (const one of givenOf(consents, handOffs, first.value, casePk, hold.now())) {
    if (one.stage !== "unsent") continue
    const sent = await hold.call(REPORTER_ROUTES.release, { release: one.said.body.release })
    if (sent.ok) isNews = true
    else refusals.set(one.said.msgId, sent.error)
  }
  if (!isNews) return ok({ releases: first.value, refusals, hasToldCase })
  const again = await hold.call(REPORTER_ROUTES.releases, {})
  return again.ok ? ok({ releases: again.value, refusals, hasToldCase }) : again
}

async function shareRevocations(
  desk: Pick<CaseDesk, "tell">,
  { call, keys }: CaseHold,
  { revoked }: HandOffs,
  { revocations }: Releases,
): Promise<{ readonly isNews: boolean; readonly hasToldCase: boolean }> {
  const inCase = revoked.map(({ body }) => body.envelope)
  let isNews = false
  for (const revocation of inCase) {
    if (revocations.some((theirs) => isSame(revocation, theirs))) continue
    isNews = (await call(REPORTER_ROUTES.revoke, { revocation })).ok || isNews
  }
  let hasToldCase = false
  for (const envelope of revocations) {
    const isMine = readRevocation(envelope, keys.sign.publicKey) !== null
    if (!isMine || inCase.some((mine) => isSame(mine, envelope))) continue
    hasToldCase = (await desk.tell({ kind: "revoked", body: { envelope } })).ok || hasToldCase
  }
  return { isNews, hasToldCase }
}

type Signed = { readonly payload: string; readonly signatures: readonly { readonly sig: string }[] }

function isSame(one: Signed, other: Signed): boolean {
  return one.payload === other.payload && one.signatures[0]?.sig === other.signatures[0]?.sig
}
