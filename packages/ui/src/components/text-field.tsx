import { useId } from "preact/hooks"
import { useUi } from "../ui-context.tsx"
import { FieldFrame, type FieldFrameProps } from "./field.tsx"
import { PRIVATE_WRITING } from "./private-writing.ts"

export type TextFieldProps = FieldFrameProps & {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly kind?:
    | "text"
    | "tel"
    | "email"
    | "number"
    | "password"
    | "search"
    | "url"
    | "date"
    | "time"
    | undefined
  /** More than one row makes it a box for longer writing that grows with the words. */
  readonly rows?: number | undefined
  /** Longest allowed, in characters. A live counter appears in the last fifth; typing is never cut off. */
  readonly maxLength?: number | undefined
  /** "auto" (default) follows the script the person types; "ltr" for codes, addresses, numbers. */
  readonly dir?: "auto" | "ltr" | undefined
  readonly name?: string | undefined
  /** Off by default: a shared phone must not offer what somebody else once typed. */
  readonly autoComplete?: string | undefined
  readonly inputMode?: "text" | "numeric" | "tel" | "email" | "url" | undefined
  readonly disabled?: boolean | undefined
  readonly required?: boolean | undefined
}

/** A place to write, one line or many. */
export function TextField(props: TextFieldProps) {
  const { value, maxLength, rows = 1 } = props
  const counterId = useId()
  const counted = maxLength !== undefined && value.length > maxLength * 0.8
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
      extra={counted ? counterId : undefined}
    >
      {(ids) => {
        const shared = {
          ...PRIVATE_WRITING,
          id: ids.input,
          "aria-describedby": ids.describedBy,
          "aria-invalid": props.error !== undefined && props.error !== "" ? ("true" as const) : undefined,
          class: "input",
          dir: props.dir ?? "auto",
          name: props.name,
          value,
          disabled: props.disabled,
          required: props.required,
          onBlur: props.onBlur,
          autocomplete: props.autoComplete ?? "off",
          inputMode: props.inputMode,
        }
        return (
          <>
            {rows > 1 ? (
              <textarea
                {...shared}
                rows={rows}
                onInput={(event) => props.onInput(event.currentTarget.value)}
              />
            ) : (
              <input
                {...shared}
                {...inputType(props.kind ?? "text")}
                onInput={(event) => props.onInput(event.currentTarget.value)}
              />
            )}
            {maxLength !== undefined && counted && (
              <Counter id={counterId} used={value.length} limit={maxLength} />
            )}
          </>
        )
      }}
    </FieldFrame>
  )
}

function Counter({
  id,
  used,
  limit,
}: {
  readonly id: string
  readonly used: number
  readonly limit: number
}) {
  const { common } = useUi()
  const left = limit - used
  return (
    <p id={id} class={left < 0 ? "counter counter--over" : "counter"} aria-live="polite">
      {left < 0 ? common.charactersOver(-left) : common.charactersLeft(left)}
    </p>
  )
}

// Preact types each kind of input by the roles it allows; every kind here allows the same attributes.
function inputType(kind: NonNullable<TextFieldProps["kind"]>) {
  return { type: kind as "text" }
}
