import type { CaseId } from "@shn/domain"
import { foldHandOffs, intakeOf, isMemberNow, type OpenedCase } from "@shn/sealed"
import { useRemote } from "@shn/staff"
import { Button, Card, Details, type Fact, Facts, Notice, PageTitle, Stack, StateView } from "@shn/ui"
import type { CaseView } from "@shn/wire"
import { useMemo } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { Freshness } from "../app/Freshness.tsx"
import { viewOf } from "../app/sentences.ts"
import { CaseHandOffs } from "../complaint/CaseHandOffs.tsx"
import { CaseFiles } from "../files/CaseFiles.tsx"
import { CaseFiling } from "../filing/CaseFiling.tsx"
import { HandOver } from "../hand-over/HandOver.tsx"
import { readCase } from "../session/open-case.ts"
import { BoundaryMeanings, BoundaryStrip } from "./BoundaryStrip.tsx"
import { boundariesNow } from "./boundaries-now.ts"
import { CaseReaders } from "./CaseReaders.tsx"
import { CaseAnswers, CaseStory } from "./CaseStory.tsx"
import { CaseName } from "./CasesScreen.tsx"
import { CaseTalk } from "./CaseTalk.tsx"
import { Findings } from "./Findings.tsx"
import { aliasOf } from "./readers.ts"
import { reasonsFor } from "./timeline.ts"

/** One case, opened on this device: switches, story, conversation, readers. */
export function CaseScreen({ caseId }: { readonly caseId: CaseId }) {
  const desk = useDesk()
  const { text, go } = desk
  // The trust decides whether a case may be opened at all: a new verdict means another look.
  const key = `${caseId} ${desk.session.trust.kind}`
  const { remote, lookAgain } = useRemote(key, () => readCase(desk, caseId))
  return (
    <div class="screen">
      <div>
        <Button kind="link" onClick={() => go({ name: "cases" })}>
          {text.cases.back}
        </Button>
      </div>
      <PageTitle focusOnMount>
        <CaseName caseId={caseId} />
      </PageTitle>
      <Stack>
        <Freshness remote={remote} />
        <StateView
          state={viewOf(remote, text, () => false)}
          loadingWords={text.cases.opening}
          onRetry={() => void lookAgain()}
          empty={null}
        >
          {(found) =>
            found.kind === "closed" ? (
              <Notice kind="danger" live="assertive">
                {text.cases.openFailure[found.why]}
              </Notice>
            ) : (
              <OpenCase view={found.view} opened={found.opened} lookAgain={lookAgain} />
            )
          }
        </StateView>
      </Stack>
    </div>
  )
}

function OpenCase(props: {
  readonly view: CaseView
  readonly opened: OpenedCase
  readonly lookAgain: () => Promise<void>
}) {
  const { text, session } = useDesk()
  const { view, opened, lookAgain } = props
  const { cases, words } = text
  const me = session.keys.keyId
  const intake = intakeOf(opened.conversation) ?? null
  const boundaries = boundariesNow(opened.conversation)
  const mine = reasonsFor(opened, me)
  const handOffs = useMemo(() => foldHandOffs(opened.conversation.messages), [opened])
  return (
    <div class="case">
      {boundaries !== null && <BoundaryStrip boundaries={boundaries} />}
      <Findings findings={opened.findings} />
      {opened.roster.readers.some((reader) => reader.role === "trustee") && (
        <Notice kind="warning">{cases.worksHere}</Notice>
      )}
      <div class="case-columns">
        <div class="case-main">
          <CaseStory intake={intake} />
          <CaseTalk opened={opened} canWrite={isMemberNow(opened.roster, me)} lookAgain={lookAgain} />
          <CaseFiles opened={opened} canWrite={isMemberNow(opened.roster, me)} lookAgain={lookAgain} />
          <CaseHandOffs
            opened={opened}
            canWrite={isMemberNow(opened.roster, me)}
            extra={({ draftId }) => (
              <HandOver opened={opened} handOffs={handOffs} draftId={draftId} lookAgain={lookAgain} />
            )}
          />
          <CaseFiling opened={opened} canWrite={isMemberNow(opened.roster, me)} lookAgain={lookAgain} />
        </div>
        <div class="case-side">
          <Card title={cases.needs}>
            <Facts items={needFacts(view, useDesk())} />
            {mine.length > 0 && (
              <Details summary={cases.why}>
                <ul class="plain-list">
                  {mine.map((reason) => (
                    <li key={reason}>{words.reason[reason]}</li>
                  ))}
                </ul>
              </Details>
            )}
            {boundaries !== null && boundaries.length > 0 && (
              <Details summary={cases.boundariesMean}>
                <BoundaryMeanings boundaries={boundaries} />
              </Details>
            )}
          </Card>
          {intake !== null && <CaseAnswers intake={intake} />}
          <CaseReaders view={view} opened={opened} lookAgain={lookAgain} />
        </div>
      </div>
    </div>
  )
}

function needFacts(view: CaseView, { text, session }: ReturnType<typeof useDesk>): readonly Fact[] {
  const directory = session.trust.kind === "trusted" ? session.trust.directory : null
  return view.needs.map((need) => {
    const alias = need.holder === "" || directory === null ? null : aliasOf(directory, need.holder)
    return {
      term: text.words.need[need.discipline],
      detail: alias ?? text.words.needState[need.state],
    }
  })
}
