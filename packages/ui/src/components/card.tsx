import type { ComponentChildren } from "preact"
import { classes } from "./classes.ts"
import { Icon, type IconName } from "./icon.tsx"

export type CardProps = {
  readonly title?: ComponentChildren
  /** Level of the title in the page's outline; 2 unless told. */
  readonly level?: 2 | 3 | undefined
  /** "soft" is tinted for asides; "plain" (default) is paper. */
  readonly tone?: "plain" | "soft" | undefined
  readonly children: ComponentChildren
  readonly footer?: ComponentChildren
}

/** A piece of paper on the page. */
export function Card({ title, level = 2, tone = "plain", children, footer }: CardProps) {
  const Title = level === 2 ? "h2" : "h3"
  return (
    <section class={classes("card", tone === "soft" && "card--soft")}>
      {title !== undefined && <Title class="card-title">{title}</Title>}
      <div class="card-body">{children}</div>
      {footer !== undefined && <div class="card-footer">{footer}</div>}
    </section>
  )
}

export type LinkCardProps = {
  readonly href: string
  readonly title: ComponentChildren
  readonly note?: ComponentChildren
  readonly icon?: IconName | undefined
  /** "primary" for the one way most people need, "danger" for danger now. */
  readonly tone?: "plain" | "primary" | "danger" | undefined
}

/** A large door to another page: the whole card is the link. */
export function LinkCard({ href, title, note, icon, tone = "plain" }: LinkCardProps) {
  return (
    <a class={classes("link-card", `link-card--${tone}`)} href={href}>
      {icon !== undefined && (
        <span class="link-card-icon">
          <Icon name={icon} />
        </span>
      )}
      <span class="link-card-words">
        <span class="link-card-title">{title}</span>
        {note !== undefined && <span class="link-card-note">{note}</span>}
      </span>
      <Icon name="forward" />
    </a>
  )
}
