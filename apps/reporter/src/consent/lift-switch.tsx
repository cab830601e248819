import type { Boundary } from "@shn/domain"
import { Actions, Button, Notice } from "@shn/ui"
import { useState } from "preact/hooks"
import type { ConsentText } from "../text/consent/area.ts"

/** Switching one of the person's own switches off, knowingly: asked once, with what follows. */
export function LiftSwitch(props: {
  readonly name: string
  readonly boundary: Boundary
  readonly text: ConsentText["lift"]
  readonly busy: boolean
  readonly onLift: (boundary: Boundary) => void
}) {
  const { name, text } = props
  const [isAsked, setAsked] = useState(false)
  if (!isAsked) {
    return (
      <Button kind="quiet" wide onClick={() => setAsked(true)}>
        {text.button(name)}
      </Button>
    )
  }
  return (
    <Notice
      kind="warning"
      live="assertive"
      title={text.title(name)}
      actions={
        <Actions>
          <Button busy={props.busy} onClick={() => props.onLift(props.boundary)}>
            {text.yes}
          </Button>
          <Button kind="quiet" onClick={() => setAsked(false)}>
            {text.no}
          </Button>
        </Actions>
      }
    >
      <p>{text.text}</p>
    </Notice>
  )
}
