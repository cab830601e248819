import { type Boundary, type Result, type RosterPolicy, toggleBoundary } from "@shn/domain"
import { Actions, Button, PageTitle, Stack, StatusLine } from "@shn/ui"
import { useState } from "preact/hooks"
import type { TwoClocks } from "../clock/clock-question.tsx"
import type { BackFiles } from "../files/back-files.ts"
import { FilingEntry } from "../filing/filing-entry.tsx"
import type { BackText } from "../text/back/area.ts"
import type { HelpText } from "../text/help/area.ts"
import type { WordsText } from "../text/words/area.ts"
import type { CaseDesk, OpenCaseState } from "./case-desk.ts"
import { type CaseTab, CaseTabs } from "./case-tabs.tsx"
import { ConsentTab } from "./consent-tab.tsx"
import { type BackFailure, backSentence } from "./failure-sentence.ts"
import { nameOf, ReadersView } from "./readers-view.tsx"
import { boundariesOf, type NamedReader } from "./reading.ts"
import { RulesView } from "./rules-view.tsx"
import { TalkView } from "./talk-view.tsx"
import { useBackFiles } from "./use-back-files.ts"

export type CaseScreenProps = {
  readonly desk: CaseDesk
  readonly files: BackFiles
  readonly clock: TwoClocks
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
  // Once opened it stays, hidden, while another room is shown: nobody loses their place in a paper by looking up a message.
  const [hasLeaves, setHasLeaves] = useState(false)
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

  const toggle = async (boundary: Boundary) => {
    const { policy } = state.opened.roster
    const { set } = toggleBoundary(boundariesOf(state), boundary)
    const told = await desk.tell({ kind: "policy", body: { policy, boundaries: set } })
    return told.ok ? desk.refresh() : told
  }
  const open = (next: CaseTab) => {
    setTab(next)
    setDone("")
    setError(null)
    if (next === "leaves") setHasLeaves(true)
  }

  return (
    <Stack>
      <PageTitle focusOnMount>{back.home.title}</PageTitle>
      <CaseTabs
        label={back.home.title}
        current={tab}
        onChange={open}
        tabs={[
          { key: "talk", label: back.home.tabTalk },
          { key: "leaves", label: back.leaves.tab },
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
            onLeaves={() => open("leaves")}
          />
        )}
        {hasLeaves && (
          <div hidden={tab !== "leaves"}>
            <ConsentTab {...props} state={state} onState={setState} />
            <FilingEntry {...props} state={state} onState={setState} />
          </div>
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
            busy={doing === "changing"}
            onToggle={(boundary) => void change(() => toggle(boundary), back.rules.saved)}
            onPolicy={(policy: RosterPolicy) => void change(() => desk.setPolicy(policy), back.rules.saved)}
          />
        )}
      </CaseTabs>
      {(tab === "talk" || tab === "leaves") && <StatusLine>{error ?? done}</StatusLine>}
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
