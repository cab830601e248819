import type { ComponentChildren } from "preact"
import { useUi } from "../ui-context.tsx"
import { Button } from "./button.tsx"
import { StatusLine } from "./status-line.tsx"
import { TextField } from "./text-field.tsx"

export type ComposerProps = {
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onSend: () => void
  /** failed: the words stay and Send tries the same bytes again. */
  readonly state: "ready" | "sending" | "failed"
  /** Left out: the shared sentence that nothing is lost. */
  readonly error?: string | undefined
  readonly maxLength?: number | undefined
  readonly sendLabel?: string | undefined
}

/** Write and send a message. Enter makes a new line: nothing leaves by accident. */
export function Composer(props: ComposerProps) {
  const { common } = useUi()
  const tooLong = props.maxLength !== undefined && props.value.length > props.maxLength
  const sending = props.state === "sending"
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending && !tooLong && props.value.trim() !== "") props.onSend()
      }}
    >
      <TextField
        label={props.label}
        hint={props.hint}
        value={props.value}
        onInput={props.onInput}
        rows={3}
        maxLength={props.maxLength}
        error={props.state === "failed" ? (props.error ?? common.sendFailed) : undefined}
      />
      <div class="composer-foot">
        <StatusLine>{sending ? common.sending : ""}</StatusLine>
        <Button type="submit" icon="send" busy={sending} disabled={tooLong || props.value.trim() === ""}>
          {props.sendLabel ?? (props.state === "failed" ? common.tryAgain : common.send)}
        </Button>
      </div>
    </form>
  )
}
