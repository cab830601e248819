import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import { useUi } from "../ui-context.tsx"
import { classes } from "./classes.ts"

export type FieldFrameProps = {
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  /** A sentence that says what to change; empty or missing when all is well. */
  readonly error?: string | undefined
  /** Says "if you like" beside the label. */
  readonly optional?: boolean | undefined
}

type Ids = { readonly input: string; readonly describedBy: string | undefined }

/** Label, hint, error and what stands under them, tied to one input. Used by every field. */
export function FieldFrame(
  props: FieldFrameProps & {
    /** More ids that describe the input, such as a counter's. */
    readonly extra?: string | undefined
    readonly children: (ids: Ids) => ComponentChildren
  },
) {
  const { common } = useUi()
  const id = useId()
  const hasHint = props.hint !== undefined && props.hint !== null && props.hint !== ""
  const hasError = props.error !== undefined && props.error !== ""
  const describedBy = classes(hasHint && `${id}-hint`, hasError && `${id}-error`, props.extra)
  return (
    <div class={classes("field", hasError && "field--error")}>
      <label class="field-label" for={id}>
        {props.label}
        {props.optional === true && <span class="field-optional"> ({common.optional})</span>}
      </label>
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
      {props.children({ input: id, describedBy: describedBy === "" ? undefined : describedBy })}
    </div>
  )
}
