import type { ComponentChildren } from "preact"
import { useUi } from "../ui-context.tsx"

export type StepsProps = {
  /** Counts from 1. */
  readonly current: number
  readonly total: number
  /** What this step is about, in two or three words. */
  readonly label?: ComponentChildren
}

/** "Step 2 of 8" with a bar: how far it is, in words first. */
export function Steps({ current, total, label }: StepsProps) {
  const { common } = useUi()
  const words = common.stepOf(current, total)
  return (
    <div class="steps">
      <p class="steps-words">
        <strong>{words}</strong>
        {label !== undefined && <span class="steps-label">{label}</span>}
      </p>
      <progress class="bar" value={current} max={total} aria-label={words} />
    </div>
  )
}
