import { type Boundary, err, ok, type Result } from "@shn/domain"
import { consentsOf, foldHandOffs, type SignedConsent } from "@shn/sealed"
import type { CaseDesk, CaseHold, ReadFailure } from "../come-back/case-desk.ts"
import { boundariesOf } from "../come-back/reading.ts"
import { catchUp, type Refusals } from "./catch-up.ts"
import { type Given, givenOf, type Releases } from "./given.ts"
import { type Matter, mattersOf } from "./matters.ts"

/** Everything about what may leave, as this phone knows it now. */
export type Papers = {
  readonly hold: CaseHold
  readonly boundaries: readonly Boundary[]
  readonly matters: readonly Matter[]
  /** By number. */
  readonly consents: readonly SignedConsent[]
  /** The newest first. */
  readonly given: readonly Given[]
  readonly releases: Releases
  readonly refusals: Refusals
}

/** Reads the case as it is held, asks the server what has become of it, and sends what did not arrive the last time. */
export async function readPapers(desk: CaseDesk): Promise<Result<Papers, ReadFailure | "left">> {
  const before = desk.hold()
  if (before === null) return err("left")
  const first = foldHandOffs(before.state.opened.conversation.messages)
  const caught = await catchUp(desk, before, first, consentsOf(first))
  if (!caught.ok) return caught
  if (caught.value.hasToldCase) await desk.refresh()
  const hold = desk.hold()
  if (hold === null) return err("left")
  const handOffs = foldHandOffs(hold.state.opened.conversation.messages)
  const consents = consentsOf(handOffs)
  const { releases, refusals } = caught.value
  return ok({
    hold,
    boundaries: boundariesOf(hold.state),
    matters: await mattersOf(handOffs, consents, hold),
    consents,
    given: givenOf(consents, handOffs, releases, hold.keys.sign.publicKey, hold.now()),
    releases,
    refusals,
  })
}
