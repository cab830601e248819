import { Actions, Button, PageTitle, Stack, Steps, useUi } from "@shn/ui"
import type { ComponentChildren } from "preact"
import type { Dispatch } from "preact/hooks"
import type { PageData } from "../pages/page-data.ts"
import { useAwake } from "../pages/wake.ts"
import type { HelpText } from "../text/help/area.ts"
import type { WordsText } from "../text/words/area.ts"
import { type HelpEvent, type HelpState, stepsFor } from "./machine.ts"

/** What every screen of "get help" is given. */
export type StepProps = {
  readonly state: HelpState
  readonly dispatch: Dispatch<HelpEvent>
  readonly text: HelpText
  readonly words: WordsText
  readonly data: PageData
  /** False on the very first screen: a page that has just loaded must not move the focus. */
  readonly hasMoved: boolean
}

export type StepFrameProps = StepProps & {
  readonly title: ComponentChildren
  readonly lead?: ComponentChildren
  readonly nextLabel?: string
  readonly onNext?: () => void
  /** A screen with its own buttons. */
  readonly hideNext?: boolean
  readonly hideBack?: boolean
  readonly busy?: boolean
  readonly children: ComponentChildren
}

/** How far it is, the question, the answers, and the way on and back. */
export function StepFrame(props: StepFrameProps) {
  const { state, dispatch } = props
  const { common } = useUi()
  const isAwake = useAwake()
  const steps = stepsFor(state.answers)
  return (
    <Stack gap="wide">
      {state.step !== "sent" && <Steps current={steps.indexOf(state.step) + 1} total={steps.length - 1} />}
      <PageTitle key={state.step} lead={props.lead} focusOnMount={props.hasMoved}>
        {props.title}
      </PageTitle>
      {props.children}
      <Actions>
        {props.hideNext !== true && (
          <Button
            wide
            disabled={!isAwake}
            busy={props.busy}
            onClick={props.onNext ?? (() => dispatch({ type: "next" }))}
          >
            {props.nextLabel ?? props.text.next}
          </Button>
        )}
        {props.hideBack !== true && (
          <Button wide kind="quiet" onClick={() => dispatch({ type: "back" })}>
            {common.back}
          </Button>
        )}
      </Actions>
    </Stack>
  )
}
