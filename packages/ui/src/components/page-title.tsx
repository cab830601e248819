import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"

export type PageTitleProps = {
  readonly children: ComponentChildren
  /** One or two sentences that say why this page is here. */
  readonly lead?: ComponentChildren
  /** For steps inside one route: move the focus here when the step appears, so that it is read out. */
  readonly focusOnMount?: boolean | undefined
}

/** The one `<h1>` of a screen. Give it a `key` per step when `focusOnMount` is set. */
export function PageTitle({ children, lead, focusOnMount = false }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focusOnMount) heading.current?.focus()
  }, [focusOnMount])
  return (
    <div class="page-title">
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {lead !== undefined && <div class="page-lead">{lead}</div>}
    </div>
  )
}
