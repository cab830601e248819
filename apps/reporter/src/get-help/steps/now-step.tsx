import { CheckCard, Fieldset } from "@shn/ui"
import { NOW_ITEMS, type NowAnswer } from "../answers.ts"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** The danger question: cards to tap, "none of these" and "rather not say" among them. */
export function NowStep(props: StepProps) {
  const { state, dispatch, text } = props
  const { now } = state.answers
  const say = (said: "none" | "unsaid") => () => {
    const answer: NowAnswer = now.said === said ? { said: "nothing_yet" } : { said }
    dispatch({ type: "set", change: { now: answer } })
  }
  return (
    <StepFrame {...props} title={text.now.title} lead={text.now.lead}>
      <Fieldset legend={text.now.title} hideLegend>
        {NOW_ITEMS.map((item) => (
          <CheckCard
            key={item}
            label={text.now.item[item]}
            checked={now.said === "some" && now.items.includes(item)}
            onChange={() => dispatch({ type: "toggle_now", item })}
          />
        ))}
        <CheckCard label={text.now.none} checked={now.said === "none"} onChange={say("none")} />
        <CheckCard label={text.skip} checked={now.said === "unsaid"} onChange={say("unsaid")} />
      </Fieldset>
    </StepFrame>
  )
}
