import type { ComponentChildren } from "preact"

export type DetailsProps = {
  readonly summary: ComponentChildren
  readonly open?: boolean | undefined
  readonly children: ComponentChildren
}

/** More for those who want it. Works without JavaScript. */
export function Details({ summary, open = false, children }: DetailsProps) {
  return (
    <details class="details" open={open}>
      <summary class="details-summary">{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  )
}
