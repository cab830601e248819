import { dayOf, type KeyId, ok } from "@shn/domain"
import { viewOf } from "@shn/sealed"
import { Button, Card, Facts, formatDay, Notice, Stack, StatusLine } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import { ApartView } from "./ApartView.tsx"
import { ChildLook } from "./ChildLook.tsx"
import { FileLabels } from "./FileLabels.tsx"
import { approvalFor } from "./papers.ts"
import type { OfferedViewProps } from "./props.ts"
import { todayBy } from "./rules.ts"
import { SecondLook } from "./SecondLook.tsx"
import { draftOf, isMadeFrom, lookObstacles, myPart } from "./second-look.ts"
import { TextThatLeaves } from "./TextThatLeaves.tsx"
import { useSay } from "./use-say.ts"
import { obstacleWords } from "./words.ts"

/** What was put forward, as everybody on the case sees it, with what each may do about it. */
export function OfferedView(props: OfferedViewProps) {
  const { text, locale, session, serverNow } = useDesk()
  const { look, forward, purpose: purposes, limitCode } = text.complaint
  const { opened, handOff, stage, form, identity, approvals } = props
  const saying = useSay(opened, props.lookAgain)
  const { offered } = handOff
  if (offered === null || session.trust.kind !== "trusted") return null
  const { directory } = session.trust
  const { body } = offered
  const nameOf = (keyId: KeyId) =>
    keyId === session.keys.keyId ? text.common.you : (aliasOf(directory, keyId) ?? text.cases.unknownReader)
  const part = myPart(handOff, approvals, identity, directory, session.keys.keyId)
  const view = viewOf(body, identity)
  const draft = draftOf(handOff, offered)
  const obstacles = lookObstacles(body, props.boundaries, opened.attachments, todayBy(serverNow))
  const others = approvals.approvers.filter((keyId) => keyId !== session.keys.keyId)
  const isOpen = stage === "offered" || stage === "approved"
  const signAgain = () =>
    void saying.say((now) => {
      const approval = approvalFor(body, "drafted", {
        casePk: now.caseKeys.signPk,
        identity,
        me: session.keys,
        nowMs: serverNow(),
      })
      return approval.ok ? ok([{ kind: "approval", body: approval.value }]) : approval
    })
  return (
    <Stack>
      <Card title={look.title}>
        <p>{look.by(nameOf(offered.author), formatDay(dayOf(Date.parse(offered.at)), locale))}</p>
        <Facts
          items={[
            { term: look.toAgency, detail: <bdi>{props.agencyName}</bdi> },
            { term: text.complaint.write.identity, detail: look.identity[body.identity] },
            { term: look.until, detail: formatDay(body.lastDay, locale) },
          ]}
        />
        <h3 class="offer-subtitle">{text.complaint.write.purpose}</h3>
        <ul class="plain-list">
          {body.purpose.map((code) => (
            <li key={code}>{purposes[code]}</li>
          ))}
        </ul>
        <h3 class="offer-subtitle">{text.complaint.write.limits}</h3>
        <ul class="plain-list">
          {body.limits.map((code) => (
            <li key={code}>{limitCode[code]}</li>
          ))}
        </ul>
      </Card>
      <Card title={look.leaves}>
        {body.identityFields.length > 0 &&
          (view === null ? (
            <Notice kind="info">{look.personHidden}</Notice>
          ) : (
            <>
              <p class="quiet">{look.person}</p>
              <TextThatLeaves fields={view} form={form} part="person" />
            </>
          ))}
        <TextThatLeaves fields={body.fields} form={form} part="rest" />
        <h3 class="offer-subtitle">{body.evidence.length === 0 ? forward.noFiles : forward.files}</h3>
        <FileLabels labels={body.evidence.map(({ label }) => label)} />
      </Card>
      {draft === undefined ? (
        <Notice kind="warning">{look.draftAbsent}</Notice>
      ) : (
        <>
          {!isMadeFrom(body, draft, form.definition, props.law) && (
            <Notice kind="danger" live="polite">
              {look.differs}
            </Notice>
          )}
          <ApartView draft={draft.body.draft} />
        </>
      )}
      {isOpen && obstacles.length > 0 && (
        <Notice kind="warning" title={look.stopped} live="polite">
          <ul class="plain-list">
            {obstacles.map((obstacle, at) => (
              <li key={`${at} ${obstacle.code}`}>{obstacleWords(text, obstacle)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {others.length > 0 && <p>{look.approvedBy(others.map(nameOf).join(" · "))}</p>}
      {part.kind === "approved-by-me" && <p>{look.approved}</p>}
      {isOpen && part.kind === "drafter" && (
        <Notice
          kind="info"
          actions={
            part.isSigned ? undefined : (
              <Button busy={saying.isBusy} onClick={signAgain}>
                {forward.sign}
              </Button>
            )
          }
        >
          <p>{part.isSigned ? look.drafter : forward.signMissing}</p>
          <StatusLine tone="warning">{saying.trouble}</StatusLine>
        </Notice>
      )}
      {isOpen && part.kind === "not-reader" && (
        <Notice kind="info">
          {look.notReader((handOff.ask?.body.readers ?? []).map(nameOf).join(" · "))}
        </Notice>
      )}
      {stage === "approved" && part.kind !== "approver" && (
        <Notice kind="success">{approvals.isChildSafe ? look.waitsForPerson : look.waitsForChild}</Notice>
      )}
      {isOpen && part.kind === "approver" && <SecondLook {...props} hasObstacles={obstacles.length > 0} />}
      {isOpen && !approvals.isChildSafe && part.kind !== "drafter" && view !== null && (
        <ChildLook {...props} />
      )}
      {isOpen && props.mayWrite && (
        <div>
          <Button kind="quiet" onClick={props.onChange}>
            {look.change}
          </Button>
          <p class="quiet">{look.changeHint}</p>
        </div>
      )}
      {!isOpen && <Notice kind="success">{look.signed}</Notice>}
    </Stack>
  )
}
