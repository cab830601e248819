import type { ComponentChildren } from "preact"
import { useUi } from "../ui-context.tsx"
import { classes } from "./classes.ts"

export type ReceiptCodeProps = {
  /** Nine groups of digits, or nine words. */
  readonly groups: readonly string[]
  /** What this is, for screen readers and above the code. */
  readonly label: ComponentChildren
}

/** The receipt: numbered groups, always left to right, large enough to copy onto paper. */
export function ReceiptCode({ groups, label }: ReceiptCodeProps) {
  const { common } = useUi()
  const isWords = groups.some((group) => /[a-z]/.test(group))
  return (
    <figure class="receipt">
      <figcaption class="receipt-label">{label}</figcaption>
      <ol class={classes("receipt-groups", isWords && "receipt-groups--words")} dir="ltr">
        {groups.map((group, index) => (
          <li key={`${index + 1}`} class="receipt-group">
            <span class="visually-hidden">{common.codeGroup(index + 1)}: </span>
            <span class="receipt-number" aria-hidden="true">
              {index + 1}
            </span>
            <span class="receipt-text notranslate" lang="en">
              {group}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
