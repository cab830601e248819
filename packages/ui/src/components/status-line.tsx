import type { ComponentChildren } from "preact"

/** One quiet line that is read out when it changes. Keep it in the page while empty: only changes are announced. */
export function StatusLine({
  children,
  tone = "quiet",
}: {
  readonly children?: ComponentChildren
  readonly tone?: "quiet" | "success" | "warning" | undefined
}) {
  return (
    <p class={`status-line status-line--${tone}`} role="status">
      {children}
    </p>
  )
}
