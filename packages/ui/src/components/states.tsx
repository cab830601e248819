import type { ComponentChildren } from "preact"
import { useUi } from "../ui-context.tsx"
import type { ViewState } from "../view-state.ts"
import { Button } from "./button.tsx"
import { Icon, type IconName } from "./icon.tsx"
import { Notice } from "./notice.tsx"

export type EmptyStateProps = {
  readonly title: ComponentChildren
  readonly children?: ComponentChildren
  readonly icon?: IconName | undefined
  readonly action?: ComponentChildren
}

/** Nothing here yet, and what that means. */
export function EmptyState({ title, children, icon = "check", action }: EmptyStateProps) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={icon} />
      </span>
      <p class="empty-title">{title}</p>
      {children !== undefined && <div class="empty-text">{children}</div>}
      {action}
    </div>
  )
}

/** Waiting: words for everyone, the outline of what comes for the eye. */
export function LoadingState({
  words,
  lines = 3,
}: {
  readonly words?: string | undefined
  readonly lines?: number | undefined
}) {
  const { common } = useUi()
  return (
    <div class="loading" role="status">
      <p class="loading-words">
        <span class="spinner" aria-hidden="true" />
        {words ?? common.loading}
      </p>
      <div aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          <div class="skeleton" key={`${line}`} />
        ))}
      </div>
    </div>
  )
}

export type FailedStateProps = {
  /** What happened and what is still safe, in one or two sentences. */
  readonly sentence: string
  readonly onRetry?: (() => void) | undefined
  readonly busy?: boolean | undefined
  readonly children?: ComponentChildren
}

/** It did not work: a sentence, and a way to try again. */
export function FailedState({ sentence, onRetry, busy, children }: FailedStateProps) {
  const { common } = useUi()
  return (
    <Notice
      kind="warning"
      title={common.failedTitle}
      live="assertive"
      actions={
        onRetry === undefined ? undefined : (
          <Button kind="quiet" busy={busy} onClick={onRetry}>
            {common.tryAgain}
          </Button>
        )
      }
    >
      <p>{sentence}</p>
      {children}
    </Notice>
  )
}

export type StateViewProps<Value> = {
  readonly state: ViewState<Value>
  readonly children: (value: Value) => ComponentChildren
  /** `EmptyState`, with words of this screen. */
  readonly empty: ComponentChildren
  readonly onRetry?: (() => void) | undefined
  readonly loadingWords?: string | undefined
}

/** Shows a screen in whichever of its four states it is. */
export function StateView<Value>({ state, children, empty, onRetry, loadingWords }: StateViewProps<Value>) {
  switch (state.kind) {
    case "loading":
      return <LoadingState words={loadingWords} />
    case "empty":
      return <>{empty}</>
    case "failed":
      return <FailedState sentence={state.sentence} onRetry={onRetry} />
    case "ready":
      return <>{children(state.value)}</>
  }
}
