import type { ComponentChildren } from "preact"
import { classes } from "./classes.ts"
import { Icon, type IconName } from "./icon.tsx"

/** primary: the one next step. quiet: another way. danger: cannot be undone. link: a small side way. */
export type ButtonKind = "primary" | "quiet" | "danger" | "link"

type Look = {
  readonly kind?: ButtonKind | undefined
  readonly icon?: IconName | undefined
  /** Fill the width of the column. */
  readonly wide?: boolean | undefined
  readonly children: ComponentChildren
}

export type ButtonProps = Look & {
  readonly onClick?: (() => void) | undefined
  readonly type?: "button" | "submit" | undefined
  /** Working: keeps its place and focus, shows a spinner, ignores taps. */
  readonly busy?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Fuller name for screen readers where the visible words need their surroundings. */
  readonly label?: string | undefined
  /** Id of a sentence that explains the button. */
  readonly describedBy?: string | undefined
}

/** A button that does something on this page. Use `LinkButton` to go somewhere. */
export function Button(props: ButtonProps) {
  const { kind = "primary", busy = false, disabled = false, onClick } = props
  return (
    <button
      type={props.type ?? "button"}
      class={look(props, kind)}
      disabled={disabled}
      // aria-disabled, not disabled: a busy button must not lose the focus.
      aria-disabled={busy ? "true" : undefined}
      aria-busy={busy ? "true" : undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.()
      }}
    >
      {content(props, busy)}
    </button>
  )
}

export type LinkButtonProps = Look & {
  readonly href: string
  readonly label?: string | undefined
}

/** A link that looks like a button: the next step is another page. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a class={look(props, props.kind ?? "primary")} href={props.href} aria-label={props.label}>
      {content(props, false)}
    </a>
  )
}

/** Buttons that belong together: stacked on a phone, in a row where there is room. */
export function Actions({ children }: { readonly children: ComponentChildren }) {
  return <div class="actions">{children}</div>
}

function look(props: Look, kind: ButtonKind): string {
  return classes("button", `button--${kind}`, props.wide === true && "button--wide")
}

function content(props: Look, busy: boolean) {
  return (
    <>
      {busy && <span class="spinner" aria-hidden="true" />}
      {!busy && props.icon !== undefined && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </>
  )
}
