import { addDays, err, isIdentityField, ok, parseDay, releaseCode } from "@shn/domain"
import type { HandOffContent } from "@shn/sealed"
import { Button, Card, Notice, StatusLine, TextField } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { boundariesNow } from "../cases/boundaries-now.ts"
import type { DraftDeskProps } from "./DraftDesk.tsx"
import type { IdentityStage } from "./identity-stage.ts"
import { approvalFor, handOffOf, minorOf } from "./papers.ts"
import { fittingSeconds, secondMembers } from "./people.ts"
import { allLimits, type DraftFacts, formLines, obstaclesOf, USUAL_DAYS } from "./rules.ts"
import { TextThatLeaves } from "./TextThatLeaves.tsx"
import { useSay } from "./use-say.ts"
import { obstacleWords } from "./words.ts"
import { isUnsaved, nextRevision } from "./working-copy.ts"

type Props = DraftDeskProps & { readonly facts: DraftFacts; readonly stage: IdentityStage | null }

/** Shows exactly what leaves, and puts it before the second member under the drafter's own name. */
export function PutForward(props: Props) {
  const { text, session, serverNow } = useDesk()
  const { forward, limitCode } = text.complaint
  const { opened, draftId, handOff, copy, facts, to, age, directory, registry } = props
  const [lastDay, setLastDay] = useState<string>(addDays(facts.today, USUAL_DAYS))
  const saying = useSay(opened, props.lookAgain)
  const me = session.keys.keyId
  const isMinor = minorOf(age) === "yes"
  const members = secondMembers(opened.roster, directory, me)
  const named = props.stage?.kind === "given" ? props.stage.readers : null
  const seconds = named === null ? members : members.filter(({ keyId }) => named.includes(keyId))
  const fitting = fittingSeconds(seconds, isMinor)
  const judged = (now: DraftFacts) =>
    obstaclesOf({
      ...now,
      stage: props.stage ?? { kind: "not-wanted" },
      second: seconds.length === 0 ? "nobody" : fitting.length === 0 ? "no-coordinator" : "there",
      lastDay,
    })
  const obstacles = judged(facts)

  const putForward = () => {
    const day = parseDay(lastDay)
    if (to === null || !day.ok) return
    // What was put forward once keeps its number for itself: what was said about it is not said about this.
    const last = handOff?.drafts.at(-1)
    const isNew =
      last === undefined || isUnsaved(copy, handOff) || last.body.rev === handOff?.offered?.body.rev
    const saved = isNew ? nextRevision(handOff, draftId, copy) : last.body
    void saying
      .say((now) => {
        const fresh = {
          ...facts,
          boundaries: boundariesNow(now.conversation) ?? [],
          files: now.attachments,
        }
        if (judged(fresh).length > 0) return err("stopped")
        const body = handOffOf(fresh, {
          saved: { draftId, rev: saved.rev },
          to,
          identityPart: handOff?.part?.msgId ?? null,
          lastDay: day.value,
          age,
          law: registry.law.meta.section,
        })
        const approval = approvalFor(body, "drafted", {
          casePk: now.caseKeys.signPk,
          identity: facts.identity,
          me: session.keys,
          nowMs: serverNow(),
        })
        if (!approval.ok) return approval
        const contents: readonly HandOffContent[] = [
          ...(isNew ? [{ kind: "complaint", body: saved } as const] : []),
          { kind: "hand_off", body },
          { kind: "approval", body: approval.value },
        ]
        return ok(contents)
      })
      .then((ids) => {
        if (ids === null) return
        const basedOn = isNew ? ids[0] : undefined
        if (basedOn !== undefined) props.keep({ ...copy, basedOn })
        props.onForward()
      })
  }
  if (to === null) {
    return (
      <Card title={forward.title}>
        <Notice kind="info">{forward.byHand}</Notice>
      </Card>
    )
  }
  const lines = formLines(facts)
  const fields = Object.fromEntries(
    lines.filter(({ value }) => value !== "").map(({ key, value }) => [releaseCode(key), value]),
  )
  const hasPerson =
    copy.identity === "named" && lines.some(({ key, value }) => isIdentityField(key) && value !== "")
  return (
    <Card title={forward.title}>
      <p>{forward.intro}</p>
      <h3 class="offer-subtitle">{forward.leaves}</h3>
      {hasPerson && <TextThatLeaves fields={fields} form={props.form} part="person" />}
      <TextThatLeaves fields={fields} form={props.form} part="rest" />
      <h3 class="offer-subtitle">{copy.draft.evidence.length === 0 ? forward.noFiles : forward.files}</h3>
      <FileLabels labels={copy.draft.evidence.map(({ label }) => label)} />
      <h3 class="offer-subtitle">{text.complaint.write.limits}</h3>
      <ul class="plain-list">
        {allLimits(facts).map((code) => (
          <li key={code}>{limitCode[code]}</li>
        ))}
      </ul>
      <TextField
        kind="date"
        label={forward.lastDay}
        hint={forward.lastDayHint}
        value={lastDay}
        onInput={setLastDay}
      />
      <p>{forward.once}</p>
      {isMinor && <Notice kind="care">{forward.minor}</Notice>}
      <p class="quiet">{forward.law(registry.law.meta.section)}</p>
      {fitting.length > 0 && (
        <p>
          {named === null
            ? forward.secondAny(fitting.map(({ alias }) => alias).join(" · "))
            : forward.second(fitting.map(({ alias }) => alias).join(" · "))}
        </p>
      )}
      {obstacles.length > 0 ? (
        <Notice kind="warning" title={forward.notYet} live="polite">
          <ul class="plain-list">
            {obstacles.map((obstacle, at) => (
              <li key={`${at} ${obstacle.code}`}>{obstacleWords(text, obstacle)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <div>
          <Button busy={saying.isBusy} onClick={putForward}>
            {forward.button}
          </Button>
        </div>
      )}
      <StatusLine tone="warning">{saying.trouble}</StatusLine>
    </Card>
  )
}

/** The labels of the files that go along, as the person will read them. */
export function FileLabels({ labels }: { readonly labels: readonly string[] }) {
  if (labels.length === 0) return null
  return (
    <ul class="plain-list">
      {labels.map((label, at) => (
        <li key={`${at} ${label}`}>
          <bdi class="notranslate">{label}</bdi>
        </li>
      ))}
    </ul>
  )
}
