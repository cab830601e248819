import { Button, FailedState, formatDay, isolateLtr, LoadingState, Notice, PageTitle } from "@shn/ui"
import { AnswerCard } from "../answer/AnswerCard.tsx"
import { SaidCard } from "../answer/SaidCard.tsx"
import { useAgency } from "../app/agency-context.tsx"
import { INBOX_HREF } from "../app/place.ts"
import { shortNumber } from "../inbox/short-number.ts"
import { PackageView } from "./PackageView.tsx"
import type { Standing } from "./standing.ts"
import { type ReleaseHere, useRelease } from "./use-release.ts"

/** One release: what the person asks first, then what they sent, then what the agency says to it. */
export function ReleaseScreen({ releaseId }: { readonly releaseId: string }) {
  const { text, locale } = useAgency()
  const { shown, loadAgain, onAnswered } = useRelease(releaseId)
  const words = text.release
  const line = shown.is === "here" ? shown.here.view.line : null
  return (
    <div class="screen">
      <a class="back-link" href={INBOX_HREF}>
        {words.back}
      </a>
      <PageTitle
        focusOnMount
        lead={
          line === null ? undefined : words.lead(formatDay(line.day, locale), formatDay(line.lastDay, locale))
        }
      >
        {words.title(isolateLtr(shortNumber(releaseId)))}
      </PageTitle>
      {shown.is === "loading" && <LoadingState />}
      {shown.is === "failed" && (
        <FailedState sentence={text.failure[shown.failure]} onRetry={() => void loadAgain()} />
      )}
      {shown.is === "here" && (
        <>
          <p class="quiet">{words.viewed}</p>
          {shown.standing === "open" ? (
            <PackageView here={shown.here} onTryAgain={() => void loadAgain()} />
          ) : (
            <Closed standing={shown.standing} onTryAgain={() => void loadAgain()} />
          )}
          <div class="answer-columns">
            {mayAnswer(shown.here, shown.standing) && (
              <AnswerCard
                here={shown.here}
                isStop={shown.standing === "locked"}
                onAnswered={onAnswered}
                onMoved={() => void loadAgain()}
              />
            )}
            <SaidCard said={shown.here.said} />
          </div>
        </>
      )}
    </div>
  )
}

/** Answering needs a package that was taken; what is not open yet, or was never had, has nothing to be answered. */
function mayAnswer(here: ReleaseHere, standing: Standing): boolean {
  if (standing === "open") return here.package.is === "whole" || here.answers > 0
  return standing === "locked" || standing === "answered" || standing === "over"
}

function Closed(props: { readonly standing: Exclude<Standing, "open">; readonly onTryAgain: () => void }) {
  const { text } = useAgency()
  const { title, text: sentence } = text.release.closed[props.standing]
  return (
    <Notice
      kind={props.standing === "locked" ? "danger" : "info"}
      title={title}
      live="assertive"
      actions={
        props.standing === "unheard" ? (
          <Button kind="quiet" onClick={props.onTryAgain}>
            {text.release.tryAgain}
          </Button>
        ) : undefined
      }
    >
      <p>{sentence}</p>
    </Notice>
  )
}
