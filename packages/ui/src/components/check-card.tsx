import type { ComponentChildren } from "preact"

export type CheckCardProps = {
  readonly label: ComponentChildren
  readonly note?: ComponentChildren
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean | undefined
  readonly name?: string | undefined
}

/** One of several that may all be true. Put them in a `Fieldset`. */
export function CheckCard(props: CheckCardProps) {
  return (
    <label class="option">
      <input
        type="checkbox"
        class="option-input"
        name={props.name}
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="option-mark" aria-hidden="true" />
      <span class="option-words">
        <span class="option-label">{props.label}</span>
        {props.note !== undefined && <span class="option-note">{props.note}</span>}
      </span>
    </label>
  )
}
