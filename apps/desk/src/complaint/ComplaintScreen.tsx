import type { CaseId } from "@shn/domain"
import { foldHandOffs, intakeOf, isMemberNow, type OpenedCase } from "@shn/sealed"
import { useRemote } from "@shn/staff"
import { Button, FailedState, LoadingState, Notice, PageTitle, StateView } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { Freshness } from "../app/Freshness.tsx"
import { viewOf } from "../app/sentences.ts"
import { BoundaryStrip } from "../cases/BoundaryStrip.tsx"
import { boundariesNow } from "../cases/boundaries-now.ts"
import { Findings } from "../cases/Findings.tsx"
import { readCase } from "../session/open-case.ts"
import { ChooseAgency } from "./ChooseAgency.tsx"
import { OneComplaint } from "./OneComplaint.tsx"
import { mayDraft } from "./people.ts"
import { type Registry, useRegistry } from "./use-registry.ts"
import { asText, fromText, placeOfDraft, shownCopy, type WorkingCopy } from "./working-copy.ts"
import "./complaint.css"

/** One report to an agency, from the choice of the agency to the second member's yes. */
export function ComplaintScreen({ caseId, draftId }: { readonly caseId: CaseId; readonly draftId: string }) {
  const desk = useDesk()
  const { text, go } = desk
  const key = `${caseId} ${desk.session.trust.kind}`
  const { remote, lookAgain } = useRemote(key, () => readCase(desk, caseId))
  const { state, again } = useRegistry(true)
  const isLoading = remote.kind === "loading" || state.kind === "loading"
  return (
    <div class="screen complaint">
      <div>
        <Button kind="link" onClick={() => go({ name: "case", caseId })}>
          {text.complaint.back}
        </Button>
      </div>
      {isLoading && (
        <>
          <PageTitle>{text.complaint.title}</PageTitle>
          <LoadingState words={text.complaint.loading} />
        </>
      )}
      {!isLoading && state.kind === "failed" && (
        <>
          <PageTitle>{text.complaint.title}</PageTitle>
          <FailedState sentence={text.complaint.registryFailed} onRetry={again} />
        </>
      )}
      {!isLoading && state.kind === "ready" && (
        <>
          {remote.kind === "failed" && <PageTitle>{text.complaint.title}</PageTitle>}
          <StateView state={viewOf(remote, text, () => false)} onRetry={() => void lookAgain()} empty={null}>
            {(found) =>
              found.kind === "closed" ? (
                <>
                  <PageTitle>{text.complaint.title}</PageTitle>
                  <Notice kind="danger" live="assertive">
                    {text.cases.openFailure[found.why]}
                  </Notice>
                </>
              ) : (
                <Begun
                  opened={found.opened}
                  draftId={draftId}
                  registry={state.registry}
                  lookAgain={lookAgain}
                />
              )
            }
          </StateView>
          <Freshness remote={remote} />
        </>
      )}
    </div>
  )
}

/** The draft, or the choice of its agency while there is none. */
function Begun(props: {
  readonly opened: OpenedCase
  readonly draftId: string
  readonly registry: Registry
  readonly lookAgain: () => Promise<void>
}) {
  const { text, session, unsentFor, keepUnsent } = useDesk()
  const { opened, draftId, registry, lookAgain } = props
  const { complaint } = text
  const boundaries = boundariesNow(opened.conversation)
  const handOff =
    foldHandOffs(opened.conversation.messages).handOffs.find((one) => one.draftId === draftId) ?? null
  const copy = shownCopy(fromText(unsentFor(placeOfDraft(draftId))), handOff)
  const keep = (next: WorkingCopy) => keepUnsent(placeOfDraft(draftId), asText(next))
  const me = session.keys.keyId
  const mayWrite = isMemberNow(opened.roster, me) && mayDraft(opened.roster, me)
  const top = (
    <>
      {boundaries !== null && <BoundaryStrip boundaries={boundaries} />}
      <Findings findings={opened.findings} />
    </>
  )
  if (copy === null) {
    return (
      <>
        <PageTitle focusOnMount key="choose">
          {complaint.title}
        </PageTitle>
        {top}
        {mayWrite ? (
          <ChooseAgency
            intake={intakeOf(opened.conversation) ?? null}
            boundaries={boundaries ?? []}
            registry={registry}
            onChosen={keep}
          />
        ) : (
          <Notice kind="info">{complaint.notAllowed}</Notice>
        )}
      </>
    )
  }
  return (
    <OneComplaint
      opened={opened}
      draftId={draftId}
      handOff={handOff}
      copy={copy}
      keep={keep}
      mayWrite={mayWrite}
      boundaries={boundaries}
      registry={registry}
      lookAgain={lookAgain}
      top={top}
    />
  )
}
