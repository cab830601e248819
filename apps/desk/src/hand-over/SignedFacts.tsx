import { dayOf } from "@shn/domain"
import { formatDay, formatDuration, StatusLine } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import type { OneHandOver } from "./one-hand-over.ts"

/** When the person signed, until when it holds, and how long they may still think. */
export function SignedFacts({ papers, view }: Pick<OneHandOver, "papers" | "view">) {
  const { text, locale } = useDesk()
  const { handOver } = text
  const { at, exp } = papers.consent
  return (
    <div>
      <p class="hand-over-facts">
        <strong>{handOver.signedOn(formatDay(dayOf(at * 1000), locale))}</strong>
        <span class="quiet">{handOver.until(formatDay(dayOf((exp - 1) * 1000), locale))}</span>
      </p>
      <StatusLine>
        {view.step === "thinking"
          ? handOver.step.thinking(formatDuration(Math.max(1, Math.ceil(view.leftMs / 60_000)), locale))
          : view.step === "ready"
            ? handOver.step.ready
            : ""}
      </StatusLine>
    </div>
  )
}
