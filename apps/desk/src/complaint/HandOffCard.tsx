import type { CaseId } from "@shn/domain"
import { dayOf } from "@shn/domain"
import { agencyName, findStaffIn, type HandOff, type HandOffStage, seemsApproved, stageOf } from "@shn/sealed"
import { Badge, type BadgeTone, Button, formatDay } from "@shn/ui"
import type { ComponentChildren } from "preact"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import type { RegistryState } from "./use-registry.ts"
import { fromText, isUnsaved, placeOfDraft } from "./working-copy.ts"

const TONES: { readonly [S in HandOffStage]: BadgeTone } = {
  draft: "neutral",
  asked: "info",
  offered: "info",
  sent_back: "warning",
  approved: "info",
  not_signed: "warning",
  signed: "success",
}

export type HandOffCardProps = {
  readonly caseId: CaseId
  readonly handOff: HandOff
  readonly registry: RegistryState
  /** What belongs to it besides: the stages after signing, the sheet for filing by hand. */
  readonly children?: ComponentChildren
}

/** One report to an agency on the case's screen: to whom, how far, and the way to it. */
export function HandOffCard({ caseId, handOff, registry, children }: HandOffCardProps) {
  const { text, locale, session, go, unsentFor } = useDesk()
  const { list, stage: stages } = text.complaint
  const name = useAgencyName(handOff, registry)
  if (session.trust.kind !== "trusted") return null
  const { directory } = session.trust
  const stage = stageOf(handOff, seemsApproved(handOff, findStaffIn(directory)))
  const newest = handOff.drafts.at(-1)
  const typed = fromText(unsentFor(placeOfDraft(handOff.draftId)))
  return (
    <article class="hand-off">
      <div class="offer-head">
        <h3 class="offer-subtitle">{name}</h3>
        <Badge tone={TONES[stage]}>{stages[stage]}</Badge>
      </div>
      {newest !== undefined && (
        <p class="quiet">
          {list.drafted(
            newest.author === session.keys.keyId
              ? text.common.you
              : (aliasOf(directory, newest.author) ?? text.cases.unknownReader),
            formatDay(dayOf(Date.parse(newest.at)), locale),
          )}
        </p>
      )}
      {typed !== null && isUnsaved(typed, handOff) && <p class="hand-off-unsaved">{list.unsaved}</p>}
      <div>
        <Button kind="quiet" onClick={() => go({ name: "complaint", caseId, draftId: handOff.draftId })}>
          {list.open(name)}
        </Button>
      </div>
      {children}
    </article>
  )
}

/** What the agency is called: as the directory certifies it, else as the registry says. */
export function useAgencyName(handOff: HandOff, registry: RegistryState): string {
  const { text, locale, session } = useDesk()
  const agencyId = handOff.offered?.body.to.id ?? handOff.drafts.at(-1)?.body.agencyId
  if (agencyId === undefined) return text.complaint.list.unnamed
  const { trust } = session
  const listed =
    trust.kind === "trusted" ? trust.directory.agencies.find((one) => one.agencyId === agencyId) : undefined
  if (listed !== undefined) return agencyName(listed, locale)
  const known =
    registry.kind === "ready" ? registry.registry.agencies.find(({ id }) => id === agencyId) : undefined
  return known?.title.text ?? text.complaint.list.unnamed
}
