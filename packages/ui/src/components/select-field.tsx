import { FieldFrame, type FieldFrameProps } from "./field.tsx"

export type SelectFieldProps<Value extends string> = FieldFrameProps & {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
}

/** One of many, where cards would be too long (districts, languages on the desk). */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  return (
    <FieldFrame label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      {(ids) => (
        <select
          id={ids.input}
          aria-describedby={ids.describedBy}
          aria-invalid={props.error !== undefined && props.error !== "" ? "true" : undefined}
          class="input input--select"
          name={props.name}
          disabled={props.disabled}
          value={props.value}
          onChange={(event) => {
            const chosen = props.options.find((option) => option.value === event.currentTarget.value)
            if (chosen !== undefined) props.onChange(chosen.value)
          }}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
