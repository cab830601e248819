import type { ComponentChildren } from "preact"

/** Things under each other with even space: "tight" inside a group, "wide" between groups. */
export function Stack({
  gap = "normal",
  children,
}: {
  readonly gap?: "tight" | "normal" | "wide" | undefined
  readonly children: ComponentChildren
}) {
  return <div class={`stack stack--${gap}`}>{children}</div>
}
