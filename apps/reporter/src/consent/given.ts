import {
  type AnswerChain,
  isTakenBackBy,
  type Release,
  readRelease,
  readRevocation,
  readSealedAnswers,
} from "@shn/consent"
import { fromBase64url } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { findOfficerIn, type HandOffs, type SignedConsent } from "@shn/sealed"
import type { ReleaseView, SignedStatement } from "@shn/wire"
import type { CaseHold } from "../come-back/case-desk.ts"

/**
 * Where something stands that the person has signed. "unsent": in the case, but the server has no release of it, so nothing can
 * leave. "thinking": the day to think. "packing": staff may hand it over now. "taken-back": before anything left. The others are the
 * server's own states.
 */
export type GivenStage =
  | "unsent"
  | "thinking"
  | "packing"
  | "taken-back"
  | Exclude<ReleaseView["state"], "signed">

/** What the server holds: releases, and everything that was ever taken back. */
export type Releases = {
  readonly releases: readonly ReleaseView[]
  readonly revocations: readonly SignedStatement[]
}

/** One consent of the case as the person signed it, with what has become of it. */
export type Given = SignedConsent & {
  readonly release: Release | null
  readonly stage: GivenStage
  /** What the server says about it; undefined when it has no release of it. */
  readonly server: ReleaseView | undefined
}

/** The newest first. */
export function givenOf(
  consents: readonly SignedConsent[],
  { revoked }: Pick<HandOffs, "revoked">,
  answer: Releases,
  casePk: Uint8Array,
  nowMs: number,
): readonly Given[] {
  const statements = [...revoked.map(({ body }) => body.envelope), ...answer.revocations].flatMap(
    (envelope) => readRevocation(envelope, casePk) ?? [],
  )
  return [...consents].reverse().map((one) => {
    const release = readRelease(one.said.body.release)
    const server = answer.releases.find(({ releaseId }) => releaseId === release?.releaseId)
    const isTakenBack = statements.some((each) => isTakenBackBy(each, one.digest, one.consent.seq))
    return { ...one, release, server, stage: stageOf(one, server, isTakenBack, nowMs) }
  })
}

/** Whether taking it back still changes anything. */
export function canBeTakenBack(stage: GivenStage): boolean {
  return ["unsent", "thinking", "packing", "handed", "fetched"].includes(stage)
}

/**
 * Where it stands once the answers are opened. The server only knows that an officer marked an answer as one about the taking back;
 * what it says is sealed, and the person is told that they have said it only when they have.
 */
export function stageShown(stage: GivenStage, chain: AnswerChain | null): GivenStage {
  if (stage !== "answered") return stage
  const hasSaid = chain?.answers.some(({ answer: { kind } }) => kind === "stopped" || kind === "cannot_stop")
  return hasSaid === true ? "answered" : "locked"
}

/** Opens what the agency answered to it. Null while the server has no release of it. */
export async function answersTo(
  { consent, digest, said, server }: Given,
  { state }: Pick<CaseHold, "state">,
): Promise<AnswerChain | null> {
  const seed = fromBase64url(said.body.replySeed)
  if (server === undefined || seed === null) return null
  return readSealedAnswers(
    server.answers.map(({ bytes }) => fromBase64url(bytes) ?? new Uint8Array(0)),
    await kemKeyPair(seed),
    { agency: consent.to.id, releaseId: server.releaseId, consent: digest },
    findOfficerIn(state.directory),
  )
}

function stageOf(
  { consent }: SignedConsent,
  server: ReleaseView | undefined,
  isTakenBack: boolean,
  nowMs: number,
): GivenStage {
  if (server === undefined) {
    if (isTakenBack) return "taken-back"
    return nowMs >= consent.exp * 1000 ? "over" : "unsent"
  }
  const state = believed(server, isTakenBack, nowMs >= consent.exp * 1000)
  if (state === "recalled" && server.handed.length === 0) return "taken-back"
  if (state !== "signed") return state
  // Taken back on this phone, and the server has not heard of it yet.
  if (isTakenBack) return "taken-back"
  return nowMs < consent.nbf * 1000 ? "thinking" : "packing"
}

/**
 * The server's word on where it stands, as far as it can know. That it was taken back only the person can have signed, and the last
 * day stands in the consent: without either it says what was done, and the way back stays open.
 */
function believed(server: ReleaseView, isTakenBack: boolean, isOver: boolean): ReleaseView["state"] {
  const { state, handed, views } = server
  const isOfTakingBack = state === "recalled" || state === "locked" || state === "answered"
  if (isOfTakingBack ? isTakenBack : state !== "over" || isOver) return state
  if (views.some(({ act }) => act === "package")) return "fetched"
  return handed.length > 0 ? "handed" : "signed"
}
