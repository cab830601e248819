import { ok } from "@shn/domain"
import { Button, Notice, StatusLine } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { BehindNotice } from "./BehindNotice.tsx"
import { CheckSummary } from "./CheckSummary.tsx"
import { DraftEvidence } from "./DraftEvidence.tsx"
import { DraftForm } from "./DraftForm.tsx"
import { DraftStory } from "./DraftStory.tsx"
import { DraftTerms } from "./DraftTerms.tsx"
import { IdentityCard } from "./IdentityCard.tsx"
import { identityStage } from "./identity-stage.ts"
import { Preview } from "./Preview.tsx"
import { PutForward } from "./PutForward.tsx"
import type { DraftDeskProps } from "./props.ts"
import { type DraftFacts, draftFindings, fixedLimits, formLines, limitOf, ofKind, todayBy } from "./rules.ts"
import { SavedLine } from "./SavedLine.tsx"
import { partOf } from "./use-identity.ts"
import { useSay } from "./use-say.ts"
import { type Place, placeOfFinding } from "./words.ts"
import { asText, isUnsaved, nextRevision, standingOf, type WorkingCopy, withDraft } from "./working-copy.ts"

/** The draft under somebody's hands, with the check and the text beside it. */
export function DraftDesk(props: DraftDeskProps) {
  const { text, serverNow } = useDesk()
  const { complaint } = text
  const { opened, draftId, handOff, copy, keep, mayWrite, boundaries, form, to } = props
  const saying = useSay(opened, props.lookAgain)
  const [wasSaved, setSaved] = useState(false)
  const latest = useRef(copy)
  latest.current = copy
  const isTyped = isUnsaved(copy, handOff)
  useLeaveWarning(isTyped)

  const facts: DraftFacts = {
    copy,
    form: form.definition,
    way: to === null ? "by_hand" : "inbox",
    identity: partOf(props.identity),
    boundaries,
    files: opened.attachments,
    today: todayBy(serverNow),
  }
  const findings = draftFindings(facts)
  const stops = ofKind(findings, "stop")
  const sentencesAt = (kind: "stop" | "warn", place: Place, entry?: number) =>
    ofKind(findings, kind)
      .filter((finding) => placeOfFinding(finding) === place)
      .filter(({ at }) => place !== "days" || at === entry)
      .map(({ code }) => complaint.finding[code])
  const lines = formLines(facts)
  const stage = to === null ? null : identityStage({ handOff, copy, form, to, boundaries })
  const isAskedFor = stage?.kind === "asked" || stage?.kind === "given"
  const hasIdentityCard = mayWrite ? stage?.kind !== "not-wanted" : isAskedFor
  const change = (next: WorkingCopy) => {
    setSaved(false)
    keep(next)
  }
  const isNameNeeded = findings.some(({ code }) => code === "name-needed")

  const save = async () => {
    const saved = latest.current
    const ids = await saying.say(() =>
      ok([{ kind: "complaint", body: nextRevision(handOff, draftId, saved) }]),
    )
    const basedOn = ids?.[0]
    if (basedOn === undefined) return
    setSaved(asText(latest.current) === asText(saved))
    // What was typed while it was being sent stays typed.
    keep({ ...latest.current, basedOn })
  }
  const standing = standingOf(copy, handOff)
  return (
    <>
      {standing.kind !== "level" && !saying.isBusy && (
        <BehindNotice
          standing={standing}
          isTyped={isTyped}
          form={form}
          onMine={() => keep({ ...copy, basedOn: standing.newest })}
          onTheirs={keep}
        />
      )}
      {!mayWrite && <Notice kind="info">{complaint.notAllowed}</Notice>}
      <div class="case-columns">
        {mayWrite && (
          <div class="case-main">
            <DraftStory
              draft={copy.draft}
              sentencesAt={sentencesAt}
              onChange={(part) => change(withDraft(copy, part))}
            />
            <DraftEvidence
              files={opened.attachments}
              chosen={copy.draft.evidence}
              errors={sentencesAt("stop", "evidence")}
              notes={sentencesAt("warn", "evidence")}
              onChange={(evidence) => change(withDraft(copy, { evidence }))}
            />
            <DraftForm
              form={form}
              lines={lines}
              copy={copy}
              way={facts.way}
              findings={stops}
              errors={sentencesAt("stop", "form")}
              onAnswers={(answers) => change(withDraft(copy, { answers }))}
            />
            <DraftTerms
              key={copy.basedOn ?? "new"}
              copy={copy}
              form={form.definition}
              way={facts.way}
              fixed={fixedLimits(facts)}
              isNameNeeded={isNameNeeded}
              isBoundAnonymous={boundaries.includes("anonymous")}
              errors={[]}
              onChange={(part) => change({ ...copy, ...part })}
            />
          </div>
        )}
        <div class="case-side">
          <CheckSummary form={form} findings={findings} />
          <Preview
            form={form}
            lines={lines}
            limit={limitOf(copy, form.definition)}
            isLimitUnsure={copy.textLimit === null}
          />
        </div>
      </div>
      {mayWrite && (
        <div class="card save-bar">
          <SavedLine handOff={handOff} isTyped={isTyped} />
          <Button busy={saying.isBusy} onClick={() => void save()}>
            {complaint.save.button}
          </Button>
          {saying.trouble !== "" && (
            <Notice kind="warning" live="assertive">
              {saying.trouble}
            </Notice>
          )}
          <StatusLine tone="success">{wasSaved && !isTyped ? complaint.save.saved : ""}</StatusLine>
        </div>
      )}
      {stage !== null && to !== null && hasIdentityCard && <IdentityCard {...props} to={to} stage={stage} />}
      {mayWrite && <PutForward {...props} facts={facts} stage={stage} />}
    </>
  )
}

/** The browser asks before it throws away what is not saved. */
function useLeaveWarning(isTyped: boolean): void {
  useEffect(() => {
    if (!isTyped) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [isTyped])
}
