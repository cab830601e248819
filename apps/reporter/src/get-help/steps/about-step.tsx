import { TextField } from "@shn/ui"
import { MAX_ABOUT } from "../machine.ts"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** Who it is about: all that a conflict check needs, and nothing of the story. */
export function AboutStep(props: StepProps) {
  const { state, dispatch, text } = props
  return (
    <StepFrame {...props} title={text.about.title} lead={text.about.lead}>
      <TextField
        label={text.about.label}
        hint={text.about.hint}
        optional
        value={state.answers.about}
        onInput={(about) => dispatch({ type: "set", change: { about } })}
        rows={3}
        maxLength={MAX_ABOUT}
        error={state.problem === "about_long" ? text.about.long : undefined}
      />
    </StepFrame>
  )
}
