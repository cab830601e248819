import type { Boundary } from "@shn/domain"
import { Actions, Button, FailedState, LoadingState, Stack, Steps, useUi } from "@shn/ui"
import { useState } from "preact/hooks"
import { ClockQuestion, type TwoClocks } from "../clock/clock-question.tsx"
import type { CaseDesk } from "../come-back/case-desk.ts"
import type { BackFiles } from "../files/back-files.ts"
import type { ConsentText } from "../text/consent/area.ts"
import type { WordsText } from "../text/words/area.ts"
import type { ActFailure } from "./acts.ts"
import { officeName } from "./names.ts"
import type { Offer } from "./offer.ts"
import type { Papers } from "./papers.ts"
import { RefuseView } from "./refuse-view.tsx"
import { Room, RoomTitle } from "./room.tsx"
import { SignStepBody } from "./sign-steps.tsx"
import { asksCodeWord, EMPTY_FORM, maySign, missingOn, stepsFor } from "./steps.ts"
import { StoppedView } from "./stopped-view.tsx"
import { type Signing, useSigning } from "./use-signing.ts"

export type SignRoomProps = {
  readonly offer: Offer
  readonly papers: Papers
  readonly desk: CaseDesk
  readonly files: BackFiles
  readonly clock: TwoClocks
  readonly text: ConsentText
  readonly words: WordsText
  readonly busy: boolean
  readonly error: string | null
  readonly sentence: (failure: ActFailure) => string
  /** Shows what has become of it. @returns false while it cannot be looked up */
  readonly onSigned: () => Promise<boolean>
  readonly onRefuse: (words: string) => void
  readonly onLift: (boundary: Boundary) => void
  readonly onBack: () => void
}

/** "May this go?": what stops it, or the way to a signature in small steps, with a way out on each. */
export function SignRoom(props: SignRoomProps) {
  const { offer, papers, text, busy } = props
  const { locale } = useUi()
  const [form, setForm] = useState(EMPTY_FORM)
  const [isRefusing, setRefusing] = useState(false)
  const signing = useSigning({ offer, papers, desk: props.desk, form, onSigned: props.onSigned })
  const office = officeName(papers.hold.state.directory, offer.body.to.id, locale, text)
  return (
    <Room title={text.sign.title(office)}>
      {props.error !== null && <FailedState sentence={props.error} />}
      {isRefusing ? (
        <RefuseView
          text={text.refuse}
          busy={busy}
          onRefuse={props.onRefuse}
          onBack={() => setRefusing(false)}
        />
      ) : (
        <Opened
          {...props}
          signing={signing}
          form={form}
          onForm={setForm}
          onAskRefuse={() => setRefusing(true)}
        />
      )}
    </Room>
  )
}

type OpenedProps = SignRoomProps & {
  readonly signing: Signing
  readonly form: typeof EMPTY_FORM
  readonly onForm: (form: typeof EMPTY_FORM) => void
  readonly onAskRefuse: () => void
}

function Opened(props: OpenedProps) {
  const { text, signing, papers } = props
  const { prepared, phase } = signing
  if (prepared === null) return <LoadingState />
  if (phase === "signing") return <LoadingState words={text.sign.sign.working} />
  if (phase === "arrived") return <FailedState sentence={text.sign.sign.arrived} onRetry={signing.sign} />
  if (phase === "unsent") {
    const why = signing.failure === null ? "" : props.sentence(signing.failure)
    return (
      <FailedState sentence={text.sign.sign.unsent} onRetry={signing.sign}>
        <p>{why}</p>
      </FailedState>
    )
  }
  if (!prepared.ok) {
    return (
      <>
        <StoppedView
          stops={prepared.stops}
          text={text}
          words={props.words}
          busy={props.busy}
          onLift={props.onLift}
        />
        <WaysOut {...props} />
      </>
    )
  }
  if (signing.asksClock) {
    return (
      <>
        <ClockQuestion text={text.clock} clock={props.clock} onAnswer={signing.answerClock} />
        <WaysOut {...props} />
      </>
    )
  }
  const asksCode = asksCodeWord(
    papers.releases.releases,
    papers.given.map(({ stage }) => stage),
    papers.hold.now(),
  )
  return <SignSteps {...props} consent={prepared.consent} asksCode={asksCode} />
}

type SignStepsProps = OpenedProps & {
  readonly consent: Parameters<typeof SignStepBody>[0]["consent"]
  readonly asksCode: boolean
}

function SignSteps(props: SignStepsProps) {
  const { form, text, signing } = props
  const { sign } = text
  const { common } = useUi()
  const [at, setAt] = useState(0)
  const [isTried, setTried] = useState(false)
  const steps = stepsFor(props.asksCode)
  const step = steps[at] ?? "who"
  const go = (to: number) => {
    setTried(false)
    setAt(to)
  }
  const next = () => {
    if (missingOn(step, form) !== null) setTried(true)
    else go(at + 1)
  }
  return (
    <Stack gap="wide">
      <Steps current={at + 1} total={steps.length} />
      <RoomTitle key={step} level={3}>
        {sign[step].title}
      </RoomTitle>
      <SignStepBody
        {...props}
        step={step}
        isMissing={isTried && missingOn(step, form) !== null}
        hasChanged={signing.hasChanged}
      />
      <Actions>
        {step === "sign" ? (
          <Button wide disabled={!maySign(steps, form)} onClick={signing.sign}>
            {sign.sign.button}
          </Button>
        ) : (
          <Button wide onClick={next}>
            {sign.next}
          </Button>
        )}
        {at > 0 && (
          <Button wide kind="quiet" onClick={() => go(at - 1)}>
            {common.back}
          </Button>
        )}
        <WaysOutButtons {...props} />
      </Actions>
    </Stack>
  )
}

function WaysOut(props: OpenedProps) {
  return (
    <Actions>
      <WaysOutButtons {...props} />
    </Actions>
  )
}

function WaysOutButtons({ text, onAskRefuse, onBack }: OpenedProps) {
  return (
    <>
      <Button wide kind="quiet" onClick={onAskRefuse}>
        {text.sign.no}
      </Button>
      <Button wide kind="link" onClick={onBack}>
        {text.sign.later}
      </Button>
    </>
  )
}
