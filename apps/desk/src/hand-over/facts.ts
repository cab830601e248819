import type { ConsentFinding, HandOffFinding } from "@shn/consent"
import type { Boundary, IdentityPart, KeyId } from "@shn/domain"
import type { DsseEnvelope } from "@shn/primitives/dsse-verify"
import type { HandOff, HandOffs, OpenedCase, VerifiedDirectory } from "@shn/sealed"
import type { ReleaseView } from "@shn/wire"
import type { SignedPapers } from "./signed-papers.ts"

/** What the server holds about the releases of a case, and when it said so by its own clock. */
export type KnownReleases = {
  readonly releases: readonly ReleaseView[]
  readonly revocations: readonly DsseEnvelope[]
  readonly asOfMs: number
}

/** Who the person is, as far as this desk can open it. "shut": it is needed and does not open here. */
export type KnownIdentity = IdentityPart | "none" | "shut"

/** Everything that can stand in the way on the desk. Each has a sentence and what to do. */
export type DeskFinding =
  | ConsentFinding
  | HandOffFinding
  | "agency-gone"
  | "list-too-old"
  | "boundaries-unknown"
  | "identity-shut"

export type JudgeInput = {
  readonly opened: OpenedCase
  readonly handOffs: HandOffs
  readonly handOff: HandOff
  readonly papers: SignedPapers
  readonly directory: VerifiedDirectory
  readonly known: KnownReleases
  readonly boundaries: readonly Boundary[] | null
  readonly identity: KnownIdentity
  readonly me: KeyId
  /** The server's time. */
  readonly nowMs: number
}

/** Those that our computer tells of, and those that the person put into the case: neither hides the other. */
export function revocationsOf(known: KnownReleases, handOffs: HandOffs): readonly DsseEnvelope[] {
  return [...known.revocations, ...handOffs.revoked.map(({ body }) => body.envelope)]
}
