import { randomUuidV4 } from "@shn/primitives/random"
import { foldHandOffs, type HandOff, type OpenedCase } from "@shn/sealed"
import { Button } from "@shn/ui"
import type { ComponentChildren } from "preact"
import { useDesk } from "../app/desk-context.tsx"
import { HandOffCard } from "./HandOffCard.tsx"
import { mayDraft } from "./people.ts"
import { useRegistry } from "./use-registry.ts"

export type CaseHandOffsProps = {
  readonly opened: OpenedCase
  readonly canWrite: boolean
  /** What a card shows besides, such as the stages after signing and the sheet for filing by hand. */
  readonly extra?: ((handOff: HandOff) => ComponentChildren) | undefined
}

/** "Report to an agency": every hand-off of the case with its stage, and the way to begin one. */
export function CaseHandOffs({ opened, canWrite, extra }: CaseHandOffsProps) {
  const { text, session, services, go } = useDesk()
  const { list } = text.complaint
  const { caseId } = opened.caseKeys
  const { handOffs } = foldHandOffs(opened.conversation.messages)
  const { state } = useRegistry(handOffs.length > 0)
  const canBegin = canWrite && mayDraft(opened.roster, session.keys.keyId)
  return (
    <section class="card case-reports" aria-labelledby="reports-title">
      <h2 class="card-title" id="reports-title">
        {list.title}
      </h2>
      <p class="quiet">{list.intro}</p>
      {handOffs.length === 0 ? (
        <p class="quiet">{list.empty}</p>
      ) : (
        handOffs.map((handOff) => (
          <HandOffCard key={handOff.draftId} caseId={caseId} handOff={handOff} registry={state}>
            {extra?.(handOff)}
          </HandOffCard>
        ))
      )}
      {canBegin ? (
        <div>
          <Button
            kind="quiet"
            onClick={() => go({ name: "complaint", caseId, draftId: randomUuidV4(services.random) })}
          >
            {list.begin}
          </Button>
        </div>
      ) : (
        <p class="quiet">{list.lawyerOnly}</p>
      )}
    </section>
  )
}
