import { Notice } from "@shn/ui"
import { AllNumbers, FirstNumbers } from "../../hotlines/hotline-list.tsx"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** Lane P0: numbers before any form. The way on stays open. */
export function NumbersStep(props: StepProps) {
  const { data, text, words, state } = props
  const { now } = state.answers
  const isCrisis = now.said === "some" && now.items.includes("suicidal_plan")
  return (
    <StepFrame {...props} title={text.numbers.title} lead={text.numbers.lead} nextLabel={text.numbers.goOn}>
      {isCrisis && (
        <Notice kind="care">
          <p>{text.numbers.crisis}</p>
        </Notice>
      )}
      <FirstNumbers hotlines={data.hotlines} text={data.danger} />
      <AllNumbers hotlines={data.hotlines} text={{ ...data.danger, province: words.province }} />
    </StepFrame>
  )
}
