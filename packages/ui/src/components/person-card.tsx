import type { ComponentChildren } from "preact"
import { Icon } from "./icon.tsx"

export type PersonCardProps = {
  /** The name the person works under. */
  readonly alias: string
  /** "Psychologist", "Lawyer", in the screen's language. */
  readonly role: ComponentChildren
  /** Why this person: warm and short. */
  readonly reason?: ComponentChildren
  /** "Can read since 23 November 2026". */
  readonly since?: ComponentChildren
  /** A `Badge`. */
  readonly status?: ComponentChildren
  readonly actions?: ComponentChildren
}

/** Someone who helps on this case. */
export function PersonCard({ alias, role, reason, since, status, actions }: PersonCardProps) {
  return (
    <article class="person">
      <span class="person-picture" aria-hidden="true">
        <Icon name="person" />
      </span>
      <div class="person-words">
        <p class="person-name">
          <bdi>{alias}</bdi>
          {status}
        </p>
        <p class="person-role">{role}</p>
        {reason !== undefined && <p class="person-reason">{reason}</p>}
        {since !== undefined && <p class="person-since">{since}</p>}
        {actions !== undefined && <div class="person-actions">{actions}</div>}
      </div>
    </article>
  )
}
