import { Card, ChoiceGroup, Notice, useUi } from "@shn/ui"
import { FirstNumbers } from "../../hotlines/hotline-list.tsx"
import { pageHref } from "../../locale.ts"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** Before anything else: is it safe, how to leave, when we must act, whom to call. */
export function SafeStep(props: StepProps) {
  const { state, dispatch, data } = props
  const { safe } = props.text
  const { locale } = useUi()
  const { isSafeToTalk } = state.answers
  return (
    <StepFrame
      {...props}
      title={safe.title}
      lead={safe.lead}
      hideBack
      {...(isSafeToTalk === false ? { nextLabel: safe.stillOn } : {})}
    >
      <ChoiceGroup
        legend={safe.title}
        hideLegend
        value={isSafeToTalk === null ? null : isSafeToTalk ? "yes" : "no"}
        onChange={(value) => dispatch({ type: "set", change: { isSafeToTalk: value === "yes" } })}
        options={[
          { value: "yes", label: safe.yes },
          { value: "no", label: safe.no },
        ]}
      />
      {isSafeToTalk === false && (
        <Notice kind="care" live="polite">
          <p>{safe.notNow}</p>
        </Notice>
      )}
      <Notice kind="info">
        <p>{safe.exitHint}</p>
      </Notice>
      <Card title={safe.limitsTitle} tone="soft">
        <p>{safe.limits1}</p>
        <p>{safe.limits2}</p>
      </Card>
      <Card title={safe.dangerTitle}>
        <FirstNumbers hotlines={data.hotlines} text={data.danger} />
        <p>
          <a href={pageHref(locale, "danger")}>{safe.allNumbers}</a>
        </p>
      </Card>
    </StepFrame>
  )
}
