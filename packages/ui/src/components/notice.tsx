import type { ComponentChildren } from "preact"
import { useUi } from "../ui-context.tsx"
import { classes } from "./classes.ts"
import { Icon, type IconName } from "./icon.tsx"

/** care: kindness and support. info: good to know. warning: think first. danger: act now. success: it worked. */
export type NoticeKind = "info" | "care" | "warning" | "danger" | "success"

export type NoticeProps = {
  readonly kind: NoticeKind
  /** Left out: a short shared word for the kind, so that colour is never the only sign. */
  readonly title?: ComponentChildren
  readonly children?: ComponentChildren
  readonly actions?: ComponentChildren
  /** Read out at once when it appears: "polite" waits for a pause, "assertive" does not. */
  readonly live?: "polite" | "assertive" | undefined
}

const ICONS: { readonly [K in NoticeKind]: IconName } = {
  info: "info",
  care: "heart",
  warning: "alert",
  danger: "alert",
  success: "check",
}

/** A message in the page. It stays until the situation changes; nothing vanishes by itself. */
export function Notice({ kind, title, children, actions, live }: NoticeProps) {
  const { common } = useUi()
  const role = live === "assertive" ? "alert" : live === "polite" ? "status" : undefined
  return (
    <div class={classes("notice", `notice--${kind}`)} role={role}>
      <Icon name={ICONS[kind]} />
      <div class="notice-body">
        <p class="notice-title">{title ?? common.notice[kind]}</p>
        {children !== undefined && <div class="notice-text">{children}</div>}
        {actions !== undefined && <div class="notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
