import { assertNever } from "@shn/domain"
import { LoadingState } from "@shn/ui"
import type { HelpRuntime } from "./help-runtime.ts"
import type { StepProps } from "./step-frame.tsx"
import { AboutStep } from "./steps/about-step.tsx"
import { BoundariesStep } from "./steps/boundaries-step.tsx"
import { ExpertStep } from "./steps/expert-step.tsx"
import { AgeStep, WhatStep, WhereStep } from "./steps/four-taps.tsx"
import { KindsStep } from "./steps/kinds-step.tsx"
import { NowStep } from "./steps/now-step.tsx"
import { NumbersStep } from "./steps/numbers-step.tsx"
import { ReceiptStep } from "./steps/receipt-step.tsx"
import { ReviewWait } from "./steps/review-loader.tsx"
import { ReviewStep } from "./steps/review-step.tsx"
import { SafeStep } from "./steps/safe-step.tsx"
import { SentStep } from "./steps/sent-step.tsx"
import { StoryStep } from "./steps/story-step.tsx"
import { TypeBackStep } from "./steps/type-back-step.tsx"
import type { UsedFiles } from "./use-files.ts"
import type { UsedSubmission } from "./use-submission.ts"

export type StepScreenProps = StepProps & {
  readonly runtime: HelpRuntime | null
  readonly draftLine: string
  readonly submission: UsedSubmission
  readonly files: UsedFiles
  readonly slowWork: number | null
  readonly onFinish: () => void
}

/** The screen of the step the machine is at. */
export function StepScreen(props: StepScreenProps) {
  const { runtime, submission } = props
  const { step } = props.state
  switch (step) {
    case "safe":
      return <SafeStep {...props} />
    case "now":
      return <NowStep {...props} />
    case "numbers":
      return <NumbersStep {...props} />
    case "age":
      return <AgeStep {...props} />
    case "what":
      return <WhatStep {...props} />
    case "where":
      return <WhereStep {...props} />
    case "boundaries":
      return <BoundariesStep {...props} />
    case "kinds":
      return <KindsStep {...props} />
    case "expert":
      return <ExpertStep {...props} />
    case "story":
      return <StoryStep {...props} />
    case "about":
      return <AboutStep {...props} />
    case "review":
      return submission.review === null ? (
        <ReviewWait {...props} failure={submission.failure} onRetry={submission.prepare} />
      ) : (
        <ReviewStep
          {...props}
          review={submission.review}
          hasChanged={submission.hasChanged}
          busy={submission.sending}
        />
      )
    case "receipt":
      return runtime === null ? <LoadingState /> : <ReceiptStep {...props} runtime={runtime} />
    case "type_back":
      return runtime === null ? (
        <LoadingState />
      ) : (
        <TypeBackStep
          {...props}
          runtime={runtime}
          sending={submission.sending}
          failure={submission.failure}
          onSend={submission.send}
        />
      )
    case "sent":
      return <SentStep {...props} filesLeft={submission.filesLeft} nowMs={runtime?.clock.now() ?? 0} />
    default:
      return assertNever(step)
  }
}
