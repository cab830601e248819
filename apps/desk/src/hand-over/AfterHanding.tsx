import type { AnswerChain } from "@shn/consent"
import { dayOf, type KeyId } from "@shn/domain"
import { listedOfficer } from "@shn/sealed"
import { Button, formatClockTime, formatDay, LoadingState, Notice } from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import { answersTo } from "./answers.ts"
import type { OneHandOver } from "./one-hand-over.ts"
import { firstViews } from "./views.ts"
import { answerWords } from "./words.ts"

/** What became of it: handed over, looked at, answered, stopped. */
export function AfterHanding(props: OneHandOver) {
  const { text, locale } = useDesk()
  const { after } = text.handOver
  const { view, directory } = props
  const { release } = view
  if (release === null || release.handed.length === 0) return null
  const officer = (keyId: KeyId) => listedOfficer(directory, keyId)?.officer.alias ?? after.unknownOfficer
  const views = firstViews(release.views)
  return (
    <>
      <ul class="plain-list">
        {release.handed.map(({ use, day, keyId }) => (
          <li key={use}>
            {after.handedOn(formatDay(day, locale), aliasOf(directory, keyId) ?? text.cases.unknownReader)}
          </li>
        ))}
        {views.length === 0 && release.state !== "recalled" && <li class="quiet">{after.notOpened}</li>}
        {views.map(({ keyId, act, atMs }) => (
          <li key={`${keyId} ${act}`}>
            {after[act === "opened" ? "opened" : "fetched"](
              officer(keyId),
              formatDay(dayOf(atMs), locale),
              formatClockTime(atMs, locale),
            )}
          </li>
        ))}
      </ul>
      {release.state === "recalled" && <Notice kind="success">{after.recalled}</Notice>}
      {release.state === "locked" && <Notice kind="warning">{after.locked}</Notice>}
      {release.state === "answered" && <p>{after.stopAnswered}</p>}
      <Answers {...props} officer={officer} />
    </>
  )
}

function Answers({
  papers,
  view,
  directory,
  handOff,
  opened,
  officer,
}: OneHandOver & { readonly officer: (keyId: KeyId) => string }) {
  const { text, locale, go } = useDesk()
  const { after, answerFinding } = text.handOver
  const { release } = view
  const [chain, setChain] = useState<AnswerChain | null>(null)
  const count = release?.answers.length ?? 0
  useEffect(() => {
    if (release === null) return
    let isOver = false
    void answersTo(papers, release, directory).then((read) => {
      if (!isOver) setChain(read)
    })
    return () => {
      isOver = true
    }
    // The server only ever adds answers.
  }, [papers.digest, count, directory])
  if (release === null) return null
  if (count === 0) {
    return release.state === "recalled" ? null : <p class="quiet">{after.noAnswers}</p>
  }
  if (chain === null) return <LoadingState lines={2} />
  const last = chain.answers.at(-1)?.answer.kind
  const wantsMore = last === "ask_more" || last === "wrong_form" || last === "wrong_forum"
  return (
    <section class="hand-over-answers" aria-label={after.answers}>
      <h4 class="hand-over-title">{after.answers}</h4>
      {chain.findings.map((finding) => (
        <Notice key={finding} kind="warning">
          {answerFinding[finding]}
        </Notice>
      ))}
      <ol class="plain-list">
        {chain.answers.map(({ seq, by, at, answer }) => {
          const { sentence, details, ownWords } = answerWords(text.handOver, answer, locale)
          return (
            <li key={seq}>
              <p>
                <strong>{sentence}</strong>
              </p>
              {details.length > 0 && (
                <ul class="hand-over-findings">
                  {details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              )}
              {ownWords.map((words) => (
                <p key={words} class="sealed-words notranslate" dir="auto">
                  {words}
                </p>
              ))}
              <p class="quiet">
                {after.by(
                  officer(by),
                  formatDay(dayOf(at * 1000), locale),
                  formatClockTime(at * 1000, locale),
                )}
              </p>
            </li>
          )
        })}
      </ol>
      {wantsMore && view.mine === "drafter" && (
        <div>
          <Button
            kind="quiet"
            onClick={() =>
              go({ name: "complaint", caseId: opened.caseKeys.caseId, draftId: handOff.draftId })
            }
          >
            {after.again}
          </Button>
        </div>
      )}
    </section>
  )
}
