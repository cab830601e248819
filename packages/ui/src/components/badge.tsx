import type { ComponentChildren } from "preact"
import { classes } from "./classes.ts"

export type BadgeTone = "neutral" | "info" | "care" | "warning" | "danger" | "success"

/** A word or two about the state of something. Never colour alone. */
export function Badge({
  tone = "neutral",
  children,
}: {
  readonly tone?: BadgeTone | undefined
  readonly children: ComponentChildren
}) {
  return <span class={classes("badge", `badge--${tone}`)}>{children}</span>
}
