import { type CaseId, ok, type Result } from "@shn/domain"
import {
  foldHandOffs,
  type HandOff,
  type OpenedCase,
  openIdentity,
  type VerifiedDirectory,
} from "@shn/sealed"
import { fetchTrust } from "@shn/staff"
import { type ApiFailure, DESK_ROUTES } from "@shn/wire"
import type { Desk } from "../app/desk-context.tsx"
import { boundariesNow } from "../cases/boundaries-now.ts"
import { isPassing } from "../files/say-in-case.ts"
import { memberPlace } from "../session/directory-check.ts"
import { readCase } from "../session/open-case.ts"
import type { KnownIdentity, KnownReleases } from "./facts.ts"
import { type HandOverView, judge } from "./judge.ts"
import { signedPapers } from "./signed-papers.ts"

/** Asks our computer about the releases of a case. */
export async function lookAtReleases(
  { call, serverNow }: Pick<Desk, "call" | "serverNow">,
  opened: OpenedCase,
): Promise<Result<KnownReleases, ApiFailure>> {
  const { caseId } = opened.caseKeys
  const answer = await call(DESK_ROUTES.releases, { caseId })
  // The answer is as old as the moment it came: the time of our computer, not of this one.
  return answer.ok ? ok({ ...answer.value, asOfMs: serverNow() }) : answer
}

/** Opens who the person is, where the hand-off names it and this desk may. */
export async function identityFor(
  { session }: Pick<Desk, "session">,
  opened: OpenedCase,
  { offered }: HandOff,
): Promise<KnownIdentity> {
  if (offered === null || offered.body.identityFields.length === 0) return "none"
  const { identityPart } = offered.body
  const said = opened.conversation.messages.find(({ msgId }) => msgId === identityPart)
  if (said?.role !== "reporter" || said.content.kind !== "identity_part") return "shut"
  const part = await openIdentity(opened.caseKeys.caseId, said.content.body, session.keys)
  return part.ok ? part.value : "shut"
}

/** What one look at the case and at our computer gives for one signed hand-off. */
export type Looked = {
  readonly handOff: HandOff
  readonly view: HandOverView
  readonly directory: VerifiedDirectory
}

/**
 * Looks at everything anew, the list of staff and agencies too, and judges it: right before something is signed, and again right
 * before it is handed over.
 * @param signedMsgId the message with which the person signed
 * @returns "gone": what was signed is no longer the newest, or the case does not open
 */
export async function lookOver(
  desk: Desk,
  caseId: CaseId,
  signedMsgId: string,
): Promise<Looked | "unreachable" | "gone"> {
  const { keys } = desk.session
  const [read, trust] = await Promise.all([
    readCase(desk, caseId),
    fetchTrust(desk.services, memberPlace(keys.keyId)),
  ])
  if (!read.ok) return isPassing(read.error) ? "unreachable" : "gone"
  if (trust.kind === "refused") return trust.trouble === "offline" ? "unreachable" : "gone"
  if (read.value.kind === "closed") return "gone"
  const { opened } = read.value
  const known = await lookAtReleases(desk, opened)
  if (!known.ok) return isPassing(known.error) ? "unreachable" : "gone"
  const handOffs = foldHandOffs(opened.conversation.messages)
  const handOff = handOffs.handOffs.find(({ signed }) => signed?.msgId === signedMsgId)
  const said = handOff?.signed ?? null
  const papers = said === null ? null : signedPapers(said)
  if (handOff === undefined || papers === null) return "gone"
  const view = judge({
    opened,
    handOffs,
    handOff,
    papers,
    directory: trust.directory,
    known: known.value,
    boundaries: boundariesNow(opened.conversation),
    identity: await identityFor(desk, opened, handOff),
    me: keys.keyId,
    nowMs: desk.serverNow(),
  })
  return { handOff, view, directory: trust.directory }
}
