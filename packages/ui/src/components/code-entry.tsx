import { FieldFrame, type FieldFrameProps } from "./field.tsx"
import { PRIVATE_WRITING } from "./private-writing.ts"

export type CodeEntryProps = FieldFrameProps & {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onEnter?: (() => void) | undefined
  /** More than one row for a whole receipt; one for a part of it. */
  readonly rows?: number | undefined
  readonly inputMode?: "text" | "numeric" | undefined
  readonly disabled?: boolean | undefined
}

/** Where a receipt is typed: left to right, large, no keyboard suggestions, nothing remembered. */
export function CodeEntry(props: CodeEntryProps) {
  const { rows = 1 } = props
  return (
    <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      {(ids) => {
        const shared = {
          ...PRIVATE_WRITING,
          id: ids.input,
          "aria-describedby": ids.describedBy,
          "aria-invalid": props.error !== undefined && props.error !== "" ? ("true" as const) : undefined,
          class: "input input--code notranslate",
          dir: "ltr" as const,
          value: props.value,
          disabled: props.disabled,
          autocomplete: "off" as const,
          autocapitalize: "none" as const,
          autocorrect: "off" as const,
          inputMode: props.inputMode,
        }
        return rows > 1 ? (
          <textarea {...shared} rows={rows} onInput={(event) => props.onInput(event.currentTarget.value)} />
        ) : (
          <input
            {...shared}
            type="text"
            onInput={(event) => props.onInput(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && props.onEnter !== undefined) {
                event.preventDefault()
                props.onEnter()
              }
            }}
          />
        )
      }}
    </FieldFrame>
  )
}
