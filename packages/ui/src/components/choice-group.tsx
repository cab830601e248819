import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import { Fieldset, type FieldsetProps } from "./fieldset.tsx"
import { Icon, type IconName } from "./icon.tsx"

export type ChoiceOption<Value extends string> = {
  readonly value: Value
  readonly label: ComponentChildren
  readonly note?: ComponentChildren
  readonly icon?: IconName | undefined
}

export type ChoiceGroupProps<Value extends string> = Omit<FieldsetProps, "children"> & {
  /** Null while nothing is chosen; nothing is ever chosen in advance for the person. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly ChoiceOption<Value>[]
}

/** One of a few, as large cards. Arrow keys move, as in every radio group. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const name = useId()
  return (
    <Fieldset
      legend={props.legend}
      hint={props.hint}
      error={props.error}
      columns={props.columns}
      hideLegend={props.hideLegend}
    >
      {props.options.map((option) => (
        <label class="option" key={option.value}>
          <input
            type="radio"
            class="option-input"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          <span class="option-mark option-mark--round" aria-hidden="true" />
          {option.icon !== undefined && <Icon name={option.icon} />}
          <span class="option-words">
            <span class="option-label">{option.label}</span>
            {option.note !== undefined && <span class="option-note">{option.note}</span>}
          </span>
        </label>
      ))}
    </Fieldset>
  )
}
