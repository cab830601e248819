import type { ComponentChildren } from "preact"
import { useUi } from "../ui-context.tsx"
import { Icon } from "./icon.tsx"

export type PhoneNumberProps = {
  /** As people write it: "15", "0800-39393", "+92 51 111 111 111". */
  readonly number: string
  /** Who answers. */
  readonly name: string
  /** "Day and night", "Monday to Friday, 9 to 5". */
  readonly hours?: ComponentChildren
  readonly note?: ComponentChildren
  readonly tone?: "plain" | "danger" | undefined
}

/** A number to call: the whole card is the tap target. */
export function PhoneNumber({ number, name, hours, note, tone = "plain" }: PhoneNumberProps) {
  const { common } = useUi()
  return (
    <a class={`phone phone--${tone}`} href={`tel:${number.replace(/[^\d+]/g, "")}`}>
      <span class="phone-icon">
        <Icon name="phone" />
      </span>
      <span class="phone-words">
        <span class="phone-name">{name}</span>
        <bdi class="phone-number" dir="ltr">
          {number}
        </bdi>
        {hours !== undefined && <span class="phone-hours">{hours}</span>}
        {note !== undefined && <span class="phone-note">{note}</span>}
      </span>
      <span class="phone-call">{common.call}</span>
    </a>
  )
}
