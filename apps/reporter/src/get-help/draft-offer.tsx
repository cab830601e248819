import { Actions, Button, Notice, useUi } from "@shn/ui"
import type { HelpText } from "../text/help/area.ts"

/** What the first screen says about a started report on this phone. */
export type DraftOfferState = "none" | "found" | "opening" | "gone" | "unreachable"

/** "There is a started report on this phone": go on, or delete it for good. */
export function DraftOffer(props: {
  readonly state: DraftOfferState
  readonly text: HelpText
  readonly onOpen: () => void
  readonly onDrop: () => void
}) {
  const { state, text } = props
  const { common } = useUi()
  if (state === "none") return null
  if (state === "gone") {
    return (
      <Notice kind="info" live="polite">
        <p>{text.draft.gone}</p>
      </Notice>
    )
  }
  return (
    <Notice
      kind="info"
      live="polite"
      title={text.draft.found}
      actions={
        <Actions>
          <Button busy={state === "opening"} onClick={props.onOpen}>
            {state === "unreachable" ? common.tryAgain : text.draft.goOn}
          </Button>
          <Button kind="quiet" onClick={props.onDrop}>
            {text.draft.drop}
          </Button>
        </Actions>
      }
    >
      <p>{state === "unreachable" ? text.failed.offline : text.draft.foundText}</p>
    </Notice>
  )
}
