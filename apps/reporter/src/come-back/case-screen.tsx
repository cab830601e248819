import type { Result, RosterPolicy } from "@shn/domain"
import { Actions, Button, PageTitle, Stack, StatusLine } from "@shn/ui"
import { useState } from "preact/hooks"
import type { BackFiles } from "../files/back-files.ts"
import type { BackText } from "../text/back/area.ts"
import type { HelpText } from "../text/help/area.ts"
import type { WordsText } from "../text/words/area.ts"
import type { CaseDesk, OpenCaseState } from "./case-desk.ts"
import { type CaseTab, CaseTabs } from "./case-tabs.tsx"
import { type BackFailure, backSentence } from "./failure-sentence.ts"
import { nameOf, ReadersView } from "./readers-view.tsx"
import type { NamedReader } from "./reading.ts"
import { RulesView } from "./rules-view.tsx"
import { TalkView } from "./talk-view.tsx"
import { useBackFiles } from "./use-back-files.ts"

export type CaseScreenProps = {
  readonly desk: CaseDesk
  readonly files: BackFiles
  readonly first: OpenCaseState
  readonly back: BackText
  readonly help: HelpText
  readonly words: WordsText
  readonly onLeave: () => void
}

type Doing = "nothing" | "refreshing" | "sending" | "changing"

/** An opened case: messages, readers, rules. */
export function CaseScreen(props: CaseScreenProps) {
  const { desk, back, help, words } = props
  const [state, setState] = useState(props.first)
  const [tab, setTab] = useState<CaseTab>("talk")
  const [doing, setDoing] = useState<Doing>("nothing")
  const [message, setMessage] = useState("")
  const [error, setError] = useState<string | null>(null)
  const [sendError, setSendError] = useState<string | undefined>(undefined)
  const [done, setDone] = useState("")

  const files = useBackFiles(props.files, state, async () => {
    const fresh = await desk.refresh()
    if (fresh.ok) setState(fresh.value)
  })
  const run = async (what: Doing, act: () => Promise<Result<OpenCaseState, BackFailure>>) => {
    setDoing(what)
    setError(null)
    setDone("")
    const result = await act()
    setDoing("nothing")
    if (result.ok) setState(result.value)
    return result
  }
  const refresh = async () => {
    const result = await run("refreshing", desk.refresh)
    if (result.ok) setDone(back.home.upToDate)
    else setError(backSentence(result.error, back, help))
  }
  const send = async () => {
    setSendError(undefined)
    const result = await run("sending", () => desk.send(message))
    if (result.ok) {
      setMessage("")
      return
    }
    setSendError(backSentence(result.error, back, help))
    // Somebody changed who can read: show the list as it is now before the words go out to it.
    if (result.error === "epoch_moved") void run("refreshing", desk.refresh)
  }
  const change = async (act: () => Promise<Result<OpenCaseState, BackFailure>>, success: string) => {
    const result = await run("changing", act)
    if (result.ok) setDone(success)
    else setError(backSentence(result.error, back, help))
  }

  return (
    <Stack>
      <PageTitle focusOnMount>{back.home.title}</PageTitle>
      <CaseTabs
        label={back.home.title}
        current={tab}
        onChange={(next) => {
          setTab(next)
          setDone("")
          setError(null)
        }}
        tabs={[
          { key: "talk", label: back.home.tabTalk },
          { key: "readers", label: back.home.tabReaders },
          { key: "rules", label: back.home.tabRules },
        ]}
      >
        {tab === "talk" && (
          <TalkView
            state={state}
            back={back}
            words={words}
            message={message}
            onMessage={setMessage}
            onSend={() => void send()}
            files={files}
            sending={doing === "sending" ? "sending" : sendError === undefined ? "ready" : "failed"}
            sendError={sendError}
          />
        )}
        {tab === "readers" && (
          <ReadersView
            state={state}
            back={back}
            words={words}
            busy={doing === "changing"}
            done={done}
            error={error}
            onRemove={(reader: NamedReader) =>
              void change(() => desk.remove(reader.keyId), back.readers.removed(nameOf(reader, back)))
            }
          />
        )}
        {tab === "rules" && (
          <RulesView
            state={state}
            back={back}
            help={help}
            words={words}
            done={done}
            error={error}
            onPolicy={(policy: RosterPolicy) => void change(() => desk.setPolicy(policy), back.rules.saved)}
          />
        )}
      </CaseTabs>
      {tab === "talk" && <StatusLine>{error ?? done}</StatusLine>}
      <Actions>
        <Button kind="quiet" wide busy={doing === "refreshing"} onClick={() => void refresh()}>
          {back.home.refresh}
        </Button>
        <Button kind="quiet" wide onClick={props.onLeave}>
          {back.home.leave}
        </Button>
      </Actions>
    </Stack>
  )
}
