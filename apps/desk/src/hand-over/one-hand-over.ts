import type { HandOff, OpenedCase, VerifiedDirectory } from "@shn/sealed"
import type { HandOverView } from "./judge.ts"
import type { SignedPapers } from "./signed-papers.ts"

/** One signed hand-off with what was judged about it: what every panel gets. */
export type OneHandOver = {
  readonly opened: OpenedCase
  readonly handOff: HandOff
  readonly papers: SignedPapers
  readonly view: HandOverView
  readonly directory: VerifiedDirectory
  readonly lookAgain: () => Promise<void>
}
