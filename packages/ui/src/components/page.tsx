import type { ComponentChildren } from "preact"
import { classes } from "./classes.ts"

export type PageProps = {
  /** `AppHeader`. */
  readonly header?: ComponentChildren
  /** `Footer`. */
  readonly footer?: ComponentChildren
  /** `DemoBanner` and the like, above the header. */
  readonly banner?: ComponentChildren
  readonly children: ComponentChildren
  /** "reading" (default) is one calm column; "desk" uses the whole screen. */
  readonly width?: "reading" | "desk" | undefined
}

/** The frame of every page. Its `<main>` is where `SkipLink` leads. */
export function Page({ header, footer, banner, children, width = "reading" }: PageProps) {
  return (
    <div class={classes("page", `page--${width}`)}>
      {banner}
      {header}
      <main class="page-main" id="main" tabIndex={-1}>
        {children}
      </main>
      {footer}
    </div>
  )
}
