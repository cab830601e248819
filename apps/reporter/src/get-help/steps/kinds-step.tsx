import { DISCIPLINES } from "@shn/domain"
import { CheckCard, Fieldset } from "@shn/ui"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** Which kinds of help. */
export function KindsStep(props: StepProps) {
  const { state, dispatch, text, words } = props
  return (
    <StepFrame {...props} title={text.kinds.title} lead={text.kinds.lead}>
      <Fieldset
        legend={text.kinds.title}
        hideLegend
        error={state.problem === "choose_one" ? text.kinds.missing : undefined}
      >
        {DISCIPLINES.map((discipline) => (
          <CheckCard
            key={discipline}
            label={words.discipline[discipline]}
            note={words.disciplineHint[discipline]}
            checked={state.answers.needs.includes(discipline)}
            onChange={() => dispatch({ type: "toggle_need", discipline })}
          />
        ))}
      </Fieldset>
    </StepFrame>
  )
}
