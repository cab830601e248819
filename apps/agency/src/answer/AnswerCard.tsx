import type { AgencyStatement } from "@shn/consent"
import { Button, Card, Notice, StatusLine } from "@shn/ui"
import { AGENCY_ROUTES } from "@shn/wire"
import { useRef, useState } from "preact/hooks"
import { useAgency } from "../app/agency-context.tsx"
import type { ReleaseHere } from "../release/use-release.ts"
import { AnswerFields } from "./AnswerFields.tsx"
import { answerFrom, type DraftProblem } from "./draft.ts"
import { type SealedAnswer, sealedAnswer } from "./send-answer.ts"

/** What became of the last try. */
type Trying =
  | { readonly is: "idle" }
  | { readonly is: "sending" }
  | { readonly is: "sent" }
  | { readonly is: "moved" }
  | { readonly is: "failed"; readonly sentence: string }

/** Writes, signs and sends an answer. The words stay until they were taken. */
export function AnswerCard(props: {
  readonly here: ReleaseHere
  /** The person has taken it back, and the agency has not said what it does. */
  readonly isStop: boolean
  readonly onAnswered: (statement: AgencyStatement) => void
  /** A colleague has answered meanwhile: looks again. */
  readonly onMoved: () => void
}) {
  const agency = useAgency()
  const { text, session, services, call, serverNow } = agency
  const { here, isStop } = props
  const words = text.answer
  const { releaseId } = here.release
  const draft = agency.draftOf(releaseId)
  const [problems, setProblems] = useState<readonly DraftProblem[]>([])
  const [trying, setTrying] = useState<Trying>({ is: "idle" })
  // Signed and sealed already, and perhaps taken although no word came back: sent again as it is.
  const pending = useRef<{ readonly of: string; readonly sealed: SealedAnswer } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const { trust } = session

  const send = async () => {
    const read = answerFrom(draft)
    if (!read.ok) {
      setProblems(read.problems)
      setTrying({ is: "idle" })
      return requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus())
    }
    if (trust.kind !== "trusted") return setTrying({ is: "failed", sentence: words.wait })
    setProblems([])
    setTrying({ is: "sending" })
    const of = JSON.stringify([read.answer, here.answers])
    if (pending.current?.of !== of) {
      const made = await sealedAnswer(
        read.answer,
        {
          agencyId: trust.agency.agencyId,
          recipient: trust.agency.recipient,
          releaseId,
          consentDigest: here.release.consentDigest,
          reply: here.release.reply,
          after: here.answers,
          earlier: here.said.answers.at(-1) ?? null,
        },
        { keys: session.keys, nowMs: serverNow(), random: services.random },
      )
      if (!made.ok) return setTrying({ is: "failed", sentence: words.notInForm })
      pending.current = { of, sealed: made.value }
    }
    const { statement, request } = pending.current.sealed
    const answer = await call(AGENCY_ROUTES.answer, request)
    if (answer.ok) {
      pending.current = null
      agency.keepDraft(releaseId, null)
      props.onAnswered(statement)
      agency.lookAgain()
      return setTrying({ is: "sent" })
    }
    if (answer.error === "answers_moved") {
      setTrying({ is: "moved" })
      return props.onMoved()
    }
    const sentence = answer.error === "not_found" ? words.notYours : text.failure[answer.error]
    setTrying({ is: "failed", sentence })
  }

  return (
    <Card title={isStop ? words.stopTitle : words.title}>
      <form
        ref={form}
        noValidate
        class="answer-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (trying.is !== "sending") void send()
        }}
      >
        <p class="quiet">{isStop ? words.stopIntro : words.intro}</p>
        <AnswerFields
          draft={draft}
          isStop={isStop}
          problems={problems}
          onChange={(next) => {
            agency.keepDraft(releaseId, next)
            if (problems.length > 0) setProblems([])
            if (trying.is === "sent") setTrying({ is: "idle" })
          }}
        />
        {trying.is === "moved" && (
          <Notice kind="warning" live="assertive">
            <p>{words.moved}</p>
          </Notice>
        )}
        {trying.is === "failed" && (
          <Notice kind="warning" title={text.common.failedTitle} live="assertive">
            <p>{trying.sentence}</p>
          </Notice>
        )}
        <StatusLine tone={trying.is === "sent" ? "success" : "quiet"}>
          {trying.is === "sending" ? words.sending : trying.is === "sent" ? words.sent : ""}
        </StatusLine>
        <Button type="submit" wide icon="send" busy={trying.is === "sending"}>
          {isStop ? words.sendStop : words.send}
        </Button>
      </form>
    </Card>
  )
}
