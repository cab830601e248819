import { Button, CodeEntry, FailedState } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import { FirstNumbers } from "../../hotlines/hotline-list.tsx"
import { failureSentence } from "../failure-sentence.ts"
import type { HelpRuntime } from "../help-runtime.ts"
import { isPart } from "../receipt-check.ts"
import { StepFrame, type StepProps } from "../step-frame.tsx"
import type { SendFailure } from "../submission.ts"
import type { UsedFiles } from "../use-files.ts"
import { FilesBefore } from "./files-before.tsx"

export type TypeBackProps = StepProps & {
  readonly runtime: HelpRuntime
  readonly sending: boolean
  readonly failure: SendFailure | null
  readonly onSend: () => void
  readonly files: UsedFiles
}

/** Two parts of the code, typed back: then both sides know that it was kept. Nothing is sent before. */
export function TypeBackStep(props: TypeBackProps) {
  const { text, runtime, dispatch, failure } = props
  const [typed, setTyped] = useState<readonly [string, string]>(["", ""])
  const [wrong, setWrong] = useState(false)
  const [askedAboutFiles, setAskedAboutFiles] = useState(false)
  const code = runtime.receipt()
  const isRight = runtime.askedParts.every((position, place) =>
    isPart(typed[place === 0 ? 0 : 1], {
      group: code.groups[position] ?? "",
      word: code.words[position] ?? "",
    }),
  )
  const parts = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wrong) parts.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus()
  }, [wrong])
  const trySend = () => {
    setWrong(!isRight)
    if (!isRight) return
    if (props.files.missing > 0) setAskedAboutFiles(true)
    else props.onSend()
  }
  return (
    <StepFrame
      {...props}
      title={text.typeBack.title}
      lead={text.typeBack.lead}
      nextLabel={text.typeBack.send}
      busy={props.sending}
      onNext={trySend}
      hideBack={props.sending}
    >
      <div ref={parts} class="form-foot">
        {runtime.askedParts.map((position, place) => (
          <CodeEntry
            key={position}
            label={text.typeBack.part(position + 1)}
            value={typed[place === 0 ? 0 : 1]}
            onInput={(value) => {
              setWrong(false)
              setTyped(place === 0 ? [value, typed[1]] : [typed[0], value])
            }}
            onEnter={trySend}
            error={wrong && place === 0 ? text.typeBack.wrong : undefined}
          />
        ))}
      </div>
      <FilesBefore
        files={props.files}
        asked={askedAboutFiles && !props.sending}
        onWait={() => setAskedAboutFiles(false)}
        onNow={() => {
          setAskedAboutFiles(false)
          props.onSend()
        }}
      />
      {!props.sending && (
        <Button kind="link" onClick={() => dispatch({ type: "back" })}>
          {text.typeBack.show}
        </Button>
      )}
      <div role="status">{props.sending && <p>{text.sending}</p>}</div>
      {failure !== null && !props.sending && (
        <FailedState sentence={failureSentence(failure, text)} onRetry={props.onSend}>
          <FirstNumbers hotlines={props.data.hotlines} text={props.data.danger} />
        </FailedState>
      )}
    </StepFrame>
  )
}
