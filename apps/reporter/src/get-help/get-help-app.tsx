import type { Locale } from "@shn/domain"
import { type CommonText, FailedState, Notice } from "@shn/ui"
import { useEffect, useReducer, useRef, useState } from "preact/hooks"
import { leaveNow } from "../exit/browser-place.ts"
import { NEUTRAL_PAGE } from "../exit/neutral.ts"
import { spokenLanguageOf } from "../locale.ts"
import { Frame } from "../pages/frame.tsx"
import type { PageData } from "../pages/page-data.ts"
import { startPrivatePage } from "../pages/private-page.ts"
import type { HelpText } from "../text/help/area.ts"
import type { PagesText } from "../text/pages/area.ts"
import type { WordsText } from "../text/words/area.ts"
import { type HelpAnswers, noAnswers } from "./answers.ts"
import { DraftOffer } from "./draft-offer.tsx"
import type { HelpRuntime } from "./help-runtime.ts"
import { helpReducer, leavesOnBack, startOf } from "./machine.ts"
import { StepScreen } from "./step-screen.tsx"
import { useDraft } from "./use-draft.ts"
import { useFiles } from "./use-files.ts"
import { useSubmission } from "./use-submission.ts"

export type GetHelpAppProps = {
  readonly locale: Locale
  readonly name: string
  readonly isDemo: boolean
  readonly common: CommonText
  readonly site: PagesText["site"]
  readonly data: PageData
  readonly help: HelpText
  readonly words: WordsText
  /** Answers a person takes along from the guidance; left out, every question is open. */
  readonly begin?: HelpAnswers
  /** Null while prerendering. */
  readonly loadRuntime: (() => Promise<HelpRuntime>) | null
}

/** "Get help": one route, every screen inside it. */
export function GetHelpApp(props: GetHelpAppProps) {
  const { locale, help } = props
  const [state, dispatch] = useReducer(
    helpReducer,
    startOf(props.begin ?? noAnswers(spokenLanguageOf(locale))),
  )
  const [runtime, setRuntime] = useState<HelpRuntime | null>(null)
  const [slowWork, setSlowWork] = useState<number | null>(null)
  const [hasMoved, setMoved] = useState(false)
  const files = useFiles(runtime)
  const draft = useDraft(runtime, state, dispatch, help, files)
  const submission = useSubmission(runtime, state, dispatch, files.told)

  // Back and Escape are heard outside of this tree and must see the newest state.
  const newest = useRef(state)
  newest.current = state
  const isSending = useRef(false)
  isSending.current = submission.sending
  const [isSecure, setSecure] = useState(true)
  useEffect(() => {
    setSecure(isSecureContext)
    startPrivatePage(locale, "help", () => {
      // While words are on their way nobody can know yet which screen is right.
      if (isSending.current) return "stay"
      if (leavesOnBack(newest.current)) return "leave"
      dispatch({ type: "back" })
      return "stay"
    })
    void props.loadRuntime?.().then((loaded) => {
      loaded.onSlowWork(setSlowWork)
      setRuntime(loaded)
    })
  }, [])

  const firstStep = useRef(state.step)
  useEffect(() => {
    if (state.step === "sent") files.half?.tray.close()
    if (state.step === firstStep.current) return
    setMoved(true)
    scrollTo(0, 0)
  }, [state.step])
  useEffect(() => {
    if (state.problem !== null)
      document.querySelector<HTMLElement>(".field--error :is(input, textarea)")?.focus()
  }, [state.problem])

  return (
    <Frame {...props} page="help" onExit={() => void leaveNow(NEUTRAL_PAGE[locale])}>
      {!isSecure && <FailedState sentence={help.failed.insecure} />}
      {draft.isOtherTab && (
        <Notice kind="warning" live="polite">
          <p>{help.draft.otherTab}</p>
        </Notice>
      )}
      {state.step === "safe" && (
        <DraftOffer state={draft.offer} text={help} onOpen={draft.open} onDrop={draft.drop} />
      )}
      <StepScreen
        state={state}
        dispatch={dispatch}
        text={help}
        words={props.words}
        data={props.data}
        hasMoved={hasMoved}
        runtime={runtime}
        draftLine={draft.isOtherTab ? "" : draft.line}
        submission={submission}
        files={files}
        slowWork={slowWork}
        onFinish={() => void leaveNow(NEUTRAL_PAGE[locale])}
      />
    </Frame>
  )
}
