import { BOUNDARIES } from "@shn/domain"
import { ChoiceGroup, Notice, Stack, Switch } from "@shn/ui"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** The switches, which check each other, and who may join later. */
export function BoundariesStep(props: StepProps) {
  const { state, dispatch, text, words } = props
  const { boundaries, policy } = state.answers
  return (
    <StepFrame {...props} title={text.boundaries.title} lead={text.boundaries.lead}>
      <Stack gap="tight">
        {BOUNDARIES.map((boundary) => {
          const off = state.switchedOff.find((one) => one.boundary === boundary)
          return (
            <Switch
              key={boundary}
              label={words.boundary[boundary]}
              explanation={words.boundaryHint[boundary]}
              checked={boundaries.includes(boundary)}
              onChange={() => dispatch({ type: "toggle_boundary", boundary })}
              why={off === undefined ? undefined : words.excluded[off.because]}
            />
          )
        })}
      </Stack>
      <div role="status">
        {state.switchedOff.map((off) => (
          // The sentence stands beside the switch; here it is only read out.
          <p key={off.boundary} class="visually-hidden">
            {words.boundary[off.boundary]}: {words.excluded[off.because]}
          </p>
        ))}
        {state.notices.map((notice) => (
          <Notice key={notice} kind="info">
            <p>{words.notice[notice]}</p>
          </Notice>
        ))}
      </div>
      <ChoiceGroup
        legend={text.boundaries.policyTitle}
        value={policy}
        onChange={(value) => dispatch({ type: "set", change: { policy: value } })}
        options={[
          { value: "ask_me", label: text.boundaries.askMe, note: text.boundaries.askMeHint },
          {
            value: "same_discipline_only",
            label: text.boundaries.sameField,
            note: text.boundaries.sameFieldHint,
          },
        ]}
      />
    </StepFrame>
  )
}
