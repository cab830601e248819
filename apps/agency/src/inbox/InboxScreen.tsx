import { FreshnessLine } from "@shn/staff"
import {
  Badge,
  type BadgeTone,
  EMPTY,
  EmptyState,
  failed,
  formatDay,
  Icon,
  isolateLtr,
  LOADING,
  PageTitle,
  ready,
  StateView,
  type ViewState,
} from "@shn/ui"
import type { InboxLine, ReleaseState } from "@shn/wire"
import { type Agency, useAgency } from "../app/agency-context.tsx"
import { shortNumber } from "./short-number.ts"

const TONES: Readonly<Record<ReleaseState, BadgeTone>> = {
  signed: "neutral",
  handed: "care",
  fetched: "info",
  recalled: "neutral",
  locked: "danger",
  answered: "neutral",
  over: "neutral",
}

/** What was handed to this agency, newest first. */
export function InboxScreen() {
  const { text, inbox, locale, serverNow, lookAgain } = useAgency()
  return (
    <div class="screen">
      <PageTitle lead={text.inbox.lead} focusOnMount>
        {text.inbox.title}
      </PageTitle>
      <FreshnessLine remote={inbox} words={text.shell} locale={locale} serverNow={serverNow} />
      <StateView
        state={viewOf(inbox, text)}
        empty={<EmptyState title={text.inbox.empty}>{text.inbox.emptyText}</EmptyState>}
        onRetry={lookAgain}
      >
        {(lines) => (
          <>
            <ul class="inbox-list">
              {lines.map((line) => (
                <li key={line.releaseId}>
                  <Line line={line} />
                </li>
              ))}
            </ul>
            <p class="quiet">{text.inbox.viewed}</p>
          </>
        )}
      </StateView>
    </div>
  )
}

function viewOf(inbox: Agency["inbox"], text: Agency["text"]): ViewState<readonly InboxLine[]> {
  switch (inbox.kind) {
    case "loading":
      return LOADING
    case "failed":
      return failed(text.failure[inbox.failure])
    case "ready":
      return inbox.value.lines.length === 0 ? EMPTY : ready(inbox.value.lines)
  }
}

function Line({ line }: { readonly line: InboxLine }) {
  const { text, locale, go } = useAgency()
  const words = text.inbox
  return (
    <button
      type="button"
      class="link-card link-card--plain inbox-line"
      onClick={() => go({ name: "release", releaseId: line.releaseId })}
    >
      <span class="link-card-words">
        <span class="inbox-line-head">
          <span class="link-card-title">{words.number(isolateLtr(shortNumber(line.releaseId)))}</span>
          <Badge tone={TONES[line.state]}>{words.state[line.state]}</Badge>
        </span>
        <span class="link-card-note">
          {words.handed(formatDay(line.day, locale))} · {words.until(formatDay(line.lastDay, locale))}
          {line.state === "handed" ? "" : ` · ${words.answers(line.answers)}`}
        </span>
      </span>
      <Icon name="forward" />
    </button>
  )
}
