import { TextField } from "@shn/ui"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** Longest text here, in UTF-16 code units: what a preview may hold. */
const MAX_ABOUT = 4_000

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
        onInput={(about) => dispatch({ type: "set", change: { about: about.slice(0, MAX_ABOUT) } })}
        rows={3}
        maxLength={MAX_ABOUT}
      />
    </StepFrame>
  )
}
