import { Button, Card, formatDay, formatDuration, LinkButton, Notice, Prose, useUi } from "@shn/ui"
import { FirstNumbers } from "../../hotlines/hotline-list.tsx"
import { pageHref } from "../../locale.ts"
import { laneOfAnswers } from "../answers.ts"
import { promiseFor } from "../promise.ts"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** It is with them: what happens next, by when, and how to come back. */
export function SentStep(
  props: StepProps & {
    readonly nowMs: number
    /** Files that are not with us yet. */
    readonly filesLeft: number
    readonly onFinish: () => void
  },
) {
  const { text, state, data } = props
  const { sent } = text
  const { locale } = useUi()
  const promise = promiseFor(laneOfAnswers(state.answers), props.nowMs)
  const time = formatDuration(promise.minutes, locale)
  return (
    <StepFrame {...props} title={sent.title} lead={sent.lead} hideNext hideBack>
      <Notice kind="success">
        <p>{promise.countsDutyOnly ? sent.whenService(time) : sent.when(time)}</p>
      </Notice>
      {props.filesLeft > 0 && (
        <Notice kind="warning">
          <p>{sent.filesLeft(props.filesLeft)}</p>
        </Notice>
      )}
      <Card title={sent.backTitle}>
        <p>{sent.back(formatDay(promise.comeBackOn, locale))}</p>
        <p>{sent.backHow}</p>
      </Card>
      <Card title={sent.nextTitle} tone="soft">
        <Prose>
          <ol>
            <li>{sent.next1}</li>
            <li>{sent.next2}</li>
            <li>{sent.next3}</li>
          </ol>
        </Prose>
      </Card>
      <Card title={sent.urgent}>
        <FirstNumbers hotlines={data.hotlines} text={data.danger} />
      </Card>
      <Button wide onClick={props.onFinish}>
        {sent.finish}
      </Button>
      <LinkButton wide kind="quiet" href={pageHref(locale, "back")}>
        {sent.open}
      </LinkButton>
    </StepFrame>
  )
}
