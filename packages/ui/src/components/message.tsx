import type { ComponentChildren } from "preact"
import { classes } from "./classes.ts"

/** The list of a conversation, oldest first. New messages are announced without stealing the focus. */
export function Conversation({
  label,
  children,
}: {
  readonly label: string
  readonly children: ComponentChildren
}) {
  return (
    <div class="conversation" role="log" aria-label={label}>
      {children}
    </div>
  )
}

export type MessageBubbleProps = {
  /** mine: written by whoever looks at this screen; theirs: the other person; staff: a note among staff. */
  readonly side: "mine" | "theirs" | "staff"
  readonly author: ComponentChildren
  readonly role?: ComponentChildren
  /** "Not sent yet", "Read only by ...". */
  readonly status?: ComponentChildren
  /** The message's own words; direction follows the script they are written in. No translation service gets them. */
  readonly children: ComponentChildren
}

/** One message. */
export function MessageBubble({ side, author, role, status, children }: MessageBubbleProps) {
  return (
    <article class={classes("bubble", `bubble--${side}`)}>
      <p class="bubble-author">
        <bdi>{author}</bdi>
        {role !== undefined && <span class="bubble-role">{role}</span>}
      </p>
      <div class="bubble-text notranslate" dir="auto">
        {children}
      </div>
      {status !== undefined && <p class="bubble-status">{status}</p>}
    </article>
  )
}

/** A line between days. */
export function DaySeparator({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="day-separator">
      <span>{children}</span>
    </p>
  )
}

/** Something that happened to the case, between the messages: someone joined, a switch was moved. */
export function EventLine({ children }: { readonly children: ComponentChildren }) {
  return <p class="event-line">{children}</p>
}
