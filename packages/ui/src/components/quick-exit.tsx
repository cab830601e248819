import { useUi } from "../ui-context.tsx"
import { Icon } from "./icon.tsx"

export type QuickExitProps = {
  /** Clears what the page holds and leaves. Must not wait for the network. */
  readonly onExit: () => void
  /** Where the button leads when scripts did not load; the same everyday website. */
  readonly fallbackHref: string
}

/**
 * One tap and this page is gone. In a bar of its own that stays at the top of every screen, because a phone's
 * keyboard covers the bottom; words pass under the bar, never half under the button. A link underneath, so that
 * it works before (or without) JavaScript. Stands beside `Page`, not inside: the bar stays for the whole page.
 */
export function QuickExit({ onExit, fallbackHref }: QuickExitProps) {
  const { common } = useUi()
  return (
    <nav class="exit-bar" aria-label={common.quickExit}>
      <a
        class="quick-exit"
        href={fallbackHref}
        rel="noreferrer"
        title={common.quickExitHint}
        onClick={(event) => {
          event.preventDefault()
          onExit()
        }}
      >
        <Icon name="exit" />
        <span>{common.quickExit}</span>
      </a>
    </nav>
  )
}
