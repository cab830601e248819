import { Button, FailedState, formatDay, isolateLtr, LoadingState, Notice, PageTitle } from "@shn/ui"
import { useEffect } from "preact/hooks"
import { AnswerCard } from "../answer/AnswerCard.tsx"
import { SaidCard } from "../answer/SaidCard.tsx"
import { useAgency } from "../app/agency-context.tsx"
import { INBOX_HREF } from "../app/place.ts"
import { shortNumber } from "../inbox/short-number.ts"
import { PackageContents, PackageTop } from "./PackageView.tsx"
import type { Standing } from "./standing.ts"
import { type ReleaseHere, useRelease } from "./use-release.ts"

/** One release: what the person asks first, then what they sent, then what the agency says to it. */
export function ReleaseScreen({ releaseId }: { readonly releaseId: string }) {
  const { text, locale } = useAgency()
  const { shown, loadAgain, onAnswered } = useRelease(releaseId)
  const words = text.release
  const line = shown.is === "here" ? shown.here.view.line : null
  const isClosed = shown.is === "here" && shown.standing !== "open"
  // What was read a moment ago is gone: the reason stands at the top.
  useEffect(() => {
    if (isClosed) window.scrollTo(0, 0)
  }, [isClosed])
  return (
    <div class="screen">
      <a class="back-link" href={INBOX_HREF}>
        {words.back}
      </a>
      <PageTitle
        focusOnMount
        lead={
          line === null
            ? undefined
            : isClosed
              ? words.leadClosed(formatDay(line.day, locale))
              : words.lead(formatDay(line.day, locale), formatDay(line.lastDay, locale))
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
            <PackageTop here={shown.here} onTryAgain={() => void loadAgain()} />
          ) : (
            <Closed standing={shown.standing} onTryAgain={() => void loadAgain()} />
          )}
          <div class="release-columns">
            {shown.standing === "open" && shown.here.package.is === "whole" && (
              <div class="release-main">
                <PackageContents {...shown.here.package} place={shown.here.place} />
              </div>
            )}
            <div class="release-side">
              {mayAnswer(shown.here, shown.standing) && (
                <AnswerCard
                  // What was said of the last try belongs to the form it was said of.
                  key={shown.standing === "locked" ? "stop" : "status"}
                  here={shown.here}
                  isStop={shown.standing === "locked"}
                  onAnswered={onAnswered}
                  onMoved={() => void loadAgain()}
                />
              )}
              {(shown.standing !== "open" || shown.here.package.is === "whole") && (
                <SaidCard said={shown.here.said} />
              )}
            </div>
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
