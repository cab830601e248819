import {
  buildTruth,
  type Consent,
  handOffDigest,
  releaseOf,
  revocationOf,
  signConsent,
  signRelease,
  signRevocation,
  signTruth,
} from "@shn/consent"
import { type Boundary, err, type IdentityPart, type Locale, ok, type Result } from "@shn/domain"
import { base64url } from "@shn/primitives/encode"
import { type HandOffBody, type HandOffContent, type IdentityAskBody, sealIdentity } from "@shn/sealed"
import { REPORTER_ROUTES } from "@shn/wire"
import type { CaseDesk, CaseHold, SendFailure } from "../come-back/case-desk.ts"

/** "left": the case was closed meanwhile. The others are those of sending a message. */
export type ActFailure = SendFailure | "left" | "not-certified" | "directory-expired"

type Paper<Kind extends HandOffContent["kind"]> = Extract<HandOffContent, { readonly kind: Kind }>

/**
 * Answers the question who the person is, readable for the members named in it alone. Nothing filled in is an answer, too: "I
 * would rather not".
 */
export async function giveIdentity(
  desk: CaseDesk,
  ask: IdentityAskBody,
  values: IdentityPart,
): Promise<Result<null, ActFailure>> {
  const hold = desk.hold()
  if (hold === null) return err("left")
  const { keys, state, random } = hold
  const sealed = await sealIdentity({ ask, values, me: keys, directory: state.directory, random })
  return sealed.ok ? desk.tell({ kind: "identity_part", body: sealed.value }) : sealed
}

/** Turns one of the person's own switches off, in the case itself: everybody who helps sees it. */
export async function liftBoundary(
  desk: CaseDesk,
  boundaries: readonly Boundary[],
  lifted: Boundary,
): Promise<Result<null, ActFailure>> {
  const hold = desk.hold()
  if (hold === null) return err("left")
  const { policy } = hold.state.opened.roster
  return desk.tell({
    kind: "policy",
    body: { policy, boundaries: boundaries.filter((boundary) => boundary !== lifted) },
  })
}

/**
 * Puts the person's name to it: consent, word of truth and release, all by the case key. Made once; sending it again sends the
 * same.
 * @param seed of the reply key, 32 bytes
 * @returns null when the law in the hand-off cannot be shown (a hand-off that nobody should have put forward)
 */
export function signedPaper(
  offered: Pick<HandOffBody, "draftId" | "rev" | "law">,
  signing: {
    readonly consent: Consent
    readonly seed: Uint8Array
    readonly codeWord: string
    readonly locale: Locale
  },
  hold: Pick<CaseHold, "keys" | "now" | "random">,
): Paper<"signed"> | null {
  const { keys } = hold
  const { consent, locale } = signing
  const handOff = handOffDigest(consent)
  const casePk = keys.sign.publicKey
  const truth = buildTruth({ casePk, handOff, law: offered.law, nowMs: hold.now(), locale })
  if (truth === null) return null
  return {
    kind: "signed",
    body: {
      draftId: offered.draftId,
      rev: offered.rev,
      consent: signConsent(consent, keys.sign),
      truth: signTruth(truth, keys.sign),
      release: signRelease(releaseOf(consent, keys.caseId, hold.random), keys.sign),
      replySeed: base64url(signing.seed),
      codeWord: signing.codeWord.trim(),
    },
  }
}

/** "I do not sign", with or without words. */
export function refuse(
  desk: CaseDesk,
  { draftId, rev }: Pick<HandOffBody, "draftId" | "rev">,
  words: string,
): Promise<Result<null, ActFailure>> {
  return desk.tell({ kind: "not_signed", body: { draftId, rev, words: words.trim() } })
}

/** What to take back: one consent, or everything up to the newest number. */
export type TakenBack = { readonly consent: string; readonly seq: number }

/** The person's signed "no longer". Made once; sending it again sends the same. */
export function revokedPaper(
  { consent, seq }: TakenBack,
  { keys, now }: Pick<CaseHold, "keys" | "now">,
): Paper<"revoked"> {
  const revocation = revocationOf({ caseId: keys.caseId, consent, seq, nowMs: now() })
  return { kind: "revoked", body: { envelope: signRevocation(revocation, keys.sign) } }
}

/**
 * Takes it back: first at the server, which locks it at once, then in the case, so that everybody who helps sees it. Whichever of
 * the two did not arrive is sent again when the person comes back.
 */
export async function takeBack(desk: CaseDesk, paper: Paper<"revoked">): Promise<Result<null, ActFailure>> {
  const hold = desk.hold()
  if (hold === null) return err("left")
  const post = () => hold.call(REPORTER_ROUTES.revoke, { revocation: paper.body.envelope })
  const first = await post()
  if (!first.ok && first.error !== "budget_used") return first
  const told = await desk.tell(paper)
  // It is locked: what the case has not been told yet it is told the next time.
  if (first.ok) return ok(null)
  // Telling the case has worked for a new allowance.
  const second = told.ok ? await post() : told
  return second.ok ? ok(null) : second
}
