import { useUi } from "../ui-context.tsx"
import { Icon } from "./icon.tsx"

export type QuickExitProps = {
  /** Clears what the page holds and leaves. Must not wait for the network. */
  readonly onExit: () => void
  /** Where the button leads when scripts did not load; the same everyday website. */
  readonly fallbackHref: string
}

/**
 * One tap and this page is gone. Fixed in the corner of every screen, at the top, because a phone's
 * keyboard covers the bottom. A link underneath, so that it works before (or without) JavaScript.
 */
export function QuickExit({ onExit, fallbackHref }: QuickExitProps) {
  const { common } = useUi()
  return (
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
  )
}
