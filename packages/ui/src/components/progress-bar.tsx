import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import { useUi } from "../ui-context.tsx"

export type ProgressBarProps = {
  /** What is being done, e.g. "Locking your words". */
  readonly label: ComponentChildren
  /** 0 to 1; null while nobody can know. */
  readonly fraction: number | null
}

/** Work that takes a moment: words, a bar and per cent. */
export function ProgressBar({ label, fraction }: ProgressBarProps) {
  const { common } = useUi()
  const id = useId()
  const percent = fraction === null ? null : Math.round(Math.min(1, Math.max(0, fraction)) * 100)
  return (
    <div class="progress">
      <p class="progress-words">
        <span id={id}>{label}</span>
        {percent !== null && <span>{common.percent(percent)}</span>}
      </p>
      {percent === null ? (
        <progress class="bar" aria-labelledby={id} />
      ) : (
        <progress class="bar" value={percent} max={100} aria-labelledby={id} />
      )}
    </div>
  )
}
