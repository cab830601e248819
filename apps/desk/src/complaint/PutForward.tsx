import { addDays, err, ok, parseDay } from "@shn/domain"
import type { HandOffContent } from "@shn/sealed"
import { Button, Card, Notice, StatusLine, TextField } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { boundariesNow } from "../cases/boundaries-now.ts"
import type { IdentityStage } from "./identity-stage.ts"
import { approvalFor, handOffOf, minorOf } from "./papers.ts"
import { fittingSeconds, secondMembers } from "./people.ts"
import type { DraftDeskProps } from "./props.ts"
import { type DraftFacts, obstaclesOf, USUAL_DAYS } from "./rules.ts"
import { useSay } from "./use-say.ts"
import { WhatLeaves } from "./WhatLeaves.tsx"
import { obstacleWords } from "./words.ts"
import { isUnsaved, nextRevision } from "./working-copy.ts"

type Props = DraftDeskProps & { readonly facts: DraftFacts; readonly stage: IdentityStage | null }

/** Shows exactly what leaves, and puts it before the second member under the drafter's own name. */
export function PutForward(props: Props) {
  const { text, session, serverNow } = useDesk()
  const { forward } = text.complaint
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
  return (
    <Card title={forward.title}>
      <p>{forward.intro}</p>
      {obstacles.length > 0 && (
        <Notice kind="warning" title={forward.notYet} live="polite">
          <ul class="plain-list">
            {obstacles.map((obstacle, at) => (
              <li key={`${at} ${obstacle.code}`}>{obstacleWords(text, obstacle)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <TextField
        kind="date"
        label={forward.lastDay}
        hint={forward.lastDayHint}
        value={lastDay}
        onInput={setLastDay}
      />
      {obstacles.length === 0 && <WhatLeaves facts={facts} form={props.form} />}
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
      {obstacles.length === 0 && (
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
