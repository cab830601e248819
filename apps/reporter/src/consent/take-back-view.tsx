import { Actions, Button, Notice, Prose } from "@shn/ui"
import type { ConsentText } from "../text/consent/area.ts"
import type { GivenStage } from "./given.ts"

/** Asked once: what taking it back stops, what nobody can take back, and that no reason is needed. */
export function TakeBackView(props: {
  readonly title: string
  /** Of what would be taken back. */
  readonly stages: readonly GivenStage[]
  readonly text: ConsentText["takeBack"]
  readonly busy: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}) {
  const { text, stages } = props
  const isRead = stages.includes("fetched")
  const isInside = stages.some((stage) => stage !== "handed" && stage !== "fetched")
  return (
    <Notice
      kind="warning"
      live="assertive"
      title={props.title}
      actions={
        <Actions>
          <Button kind="danger" wide busy={props.busy} onClick={props.onYes}>
            {text.yes}
          </Button>
          <Button kind="quiet" wide onClick={props.onNo}>
            {text.no}
          </Button>
        </Actions>
      }
    >
      <p>{text.noReason}</p>
      {isInside && <p>{text.stops.inside}</p>}
      {stages.includes("handed") && <p>{text.stops.handed}</p>}
      {isRead && <p>{text.stops.fetched}</p>}
      {isRead && (
        <Prose>
          <p>
            <strong>{text.cannot}</strong>
          </p>
          <ul>
            {Object.values(text.cannotBe).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Prose>
      )}
    </Notice>
  )
}
