import { type AnswerChain, readSealedAnswers } from "@shn/consent"
import { fromBase64url } from "@shn/primitives/encode"
import { kemKeyPair } from "@shn/primitives/hpke-open"
import { findOfficerIn, type VerifiedDirectory } from "@shn/sealed"
import type { ReleaseView } from "@shn/wire"
import type { SignedPapers } from "./signed-papers.ts"

/** Opens what the agency answered, with the seed that the person put into the case, and checks who signed it. */
export async function answersTo(
  { said, consent, digest, release }: SignedPapers,
  view: ReleaseView,
  directory: VerifiedDirectory,
): Promise<AnswerChain> {
  const keys = await kemKeyPair(bytesOf(said.body.replySeed))
  return readSealedAnswers(
    view.answers.map(({ bytes }) => bytesOf(bytes)),
    keys,
    { agency: consent.to.id, releaseId: release.releaseId, consent: digest },
    findOfficerIn(directory),
  )
}

function bytesOf(text: string): Uint8Array {
  return fromBase64url(text) ?? new Uint8Array(0)
}
