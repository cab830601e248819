import { ACT_FAMILIES, AGE_BANDS, PROVINCES } from "@shn/domain"
import { ChoiceGroup, Notice } from "@shn/ui"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** How old: so that young people get somebody trained for them, and hear the limits before the story. */
export function AgeStep(props: StepProps) {
  const { state, dispatch, text, words } = props
  return (
    <StepFrame {...props} title={text.age.title} lead={text.age.lead}>
      <ChoiceGroup
        legend={text.age.title}
        hideLegend
        value={state.answers.age}
        onChange={(age) => dispatch({ type: "set", change: { age } })}
        options={AGE_BANDS.map((value) => ({ value, label: words.age[value] }))}
      />
      {/* The region is there before its words are: only then is everybody told. */}
      <div role="status">
        {state.answers.age === "under_18" && (
          <Notice kind="care">
            <p>{text.age.young}</p>
          </Notice>
        )}
      </div>
    </StepFrame>
  )
}

/** What it is about: one family of acts, or hidden from the server. */
export function WhatStep(props: StepProps) {
  const { state, dispatch, text, words } = props
  return (
    <StepFrame {...props} title={text.what.title} lead={text.what.lead}>
      <ChoiceGroup
        legend={text.what.title}
        hideLegend
        columns={2}
        value={state.answers.what}
        onChange={(what) => dispatch({ type: "set", change: { what } })}
        options={ACT_FAMILIES.map((value) => ({ value, label: words.act[value] }))}
      />
    </StepFrame>
  )
}

/** Where: only ever used to find a lawyer. */
export function WhereStep(props: StepProps) {
  const { state, dispatch, text, words } = props
  return (
    <StepFrame {...props} title={text.where.title} lead={text.where.lead}>
      <ChoiceGroup
        legend={text.where.title}
        hideLegend
        columns={2}
        value={state.answers.where}
        onChange={(where) => dispatch({ type: "set", change: { where } })}
        options={[...PROVINCES, "any" as const].map((value) => ({ value, label: words.province[value] }))}
      />
    </StepFrame>
  )
}
