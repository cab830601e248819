import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"

export type SwitchProps = {
  readonly label: ComponentChildren
  /** What changes when it is on, in plain words. */
  readonly explanation?: ComponentChildren
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean | undefined
  /** Why it cannot be moved now, for example because another switch says the opposite. */
  readonly why?: ComponentChildren
}

/** A boundary the person sets: on or off, with what it does in words. */
export function Switch(props: SwitchProps) {
  const id = useId()
  const explained = props.explanation !== undefined || props.why !== undefined
  return (
    <div class="switch">
      <label class="switch-row">
        <span class="switch-label">{props.label}</span>
        <input
          type="checkbox"
          role="switch"
          class="switch-input"
          checked={props.checked}
          disabled={props.disabled}
          aria-checked={props.checked}
          aria-describedby={explained ? `${id}-about` : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      </label>
      {explained && (
        <div class="switch-about" id={`${id}-about`}>
          {props.explanation !== undefined && <div>{props.explanation}</div>}
          {props.why !== undefined && <div class="switch-why">{props.why}</div>}
        </div>
      )}
    </div>
  )
}
