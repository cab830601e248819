import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import { classes } from "./classes.ts"

export type FieldsetProps = {
  readonly legend: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  /** Two columns where the screen has room; one on a phone. */
  readonly columns?: 1 | 2 | undefined
  /** For screens whose title already asks the question; screen readers still hear the legend. */
  readonly hideLegend?: boolean | undefined
  readonly children: ComponentChildren
}

/** A question with several cards under it: `CheckCard`, `Switch`, or through `ChoiceGroup`. */
export function Fieldset(props: FieldsetProps) {
  const id = useId()
  const hasHint = props.hint !== undefined && props.hint !== null && props.hint !== ""
  const hasError = props.error !== undefined && props.error !== ""
  const describedBy = classes(hasHint && `${id}-hint`, hasError && `${id}-error`)
  return (
    <fieldset
      class={classes("fieldset", hasError && "field--error")}
      aria-describedby={describedBy === "" ? undefined : describedBy}
    >
      <legend class={props.hideLegend === true ? "visually-hidden" : "field-label"}>{props.legend}</legend>
      {hasHint && (
        <div class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {hasError && (
        <p class="field-error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      <div class={classes("options", props.columns === 2 && "options--two")}>{props.children}</div>
    </fieldset>
  )
}
