import { FailedState, LoadingState, ProgressBar } from "@shn/ui"
import { ClockQuestion } from "../../clock/clock-question.tsx"
import { FirstNumbers } from "../../hotlines/hotline-list.tsx"
import { failureSentence } from "../failure-sentence.ts"
import type { HelpRuntime } from "../help-runtime.ts"
import { StepFrame, type StepProps } from "../step-frame.tsx"
import type { SendFailure } from "../submission.ts"

export type ReviewWaitProps = StepProps & {
  readonly runtime: HelpRuntime | null
  readonly failure: SendFailure | null
  readonly slowWork: number | null
  readonly onRetry: () => void
}

/** The review while it is being made, and when it could not be: what is still safe, and what to do. */
export function ReviewWait(props: ReviewWaitProps) {
  const { text, failure, data } = props
  return (
    <StepFrame {...props} title={text.review.title} hideNext>
      {failure === null ? (
        <>
          <LoadingState words={text.review.working} />
          {props.slowWork !== null && <SlowWork text={text} done={props.slowWork} />}
        </>
      ) : failure === "clock_doubt" ? (
        props.runtime !== null && (
          <ClockQuestion text={text.clock} clock={props.runtime.clock} onAnswer={props.onRetry} />
        )
      ) : (
        <FailedState sentence={failureSentence(failure, text)} onRetry={props.onRetry}>
          <FirstNumbers hotlines={data.hotlines} text={data.danger} />
        </FailedState>
      )}
    </StepFrame>
  )
}

/** The slow path of the lock, for phones without WebAssembly. */
export function SlowWork({ text, done }: { readonly text: StepProps["text"]; readonly done: number }) {
  return <ProgressBar label={text.work.slow(Math.round(done * 100))} fraction={done} />
}
