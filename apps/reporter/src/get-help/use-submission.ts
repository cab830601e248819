import type { FileContent } from "@shn/sealed"
import type { Dispatch } from "preact/hooks"
import { useEffect, useRef, useState } from "preact/hooks"
import type { HelpRuntime } from "./help-runtime.ts"
import type { HelpEvent, HelpState } from "./machine.ts"
import type { Review, SendFailure } from "./submission.ts"

export type UsedSubmission = {
  readonly review: Review | null
  /** The people shown before are not all free any more. */
  readonly hasChanged: boolean
  readonly failure: SendFailure | null
  readonly sending: boolean
  /** Files that the report named before they had arrived. */
  readonly filesLeft: number
  readonly prepare: () => void
  readonly send: () => void
}

// From here on the person is writing: time for the slow work.
const WORK_FROM: readonly HelpState["step"][] = ["story", "about", "review"]

/** Carries the form through review and sending, and keeps what went wrong where the screen can say it. */
export function useSubmission(
  runtime: HelpRuntime | null,
  state: HelpState,
  dispatch: Dispatch<HelpEvent>,
  filesNow: () => readonly FileContent[],
): UsedSubmission {
  const [review, setReview] = useState<Review | null>(null)
  const [hasChanged, setChanged] = useState(false)
  const [failure, setFailure] = useState<SendFailure | null>(null)
  const [sending, setSending] = useState(false)
  const [filesLeft, setFilesLeft] = useState(0)
  const { step, answers } = state

  const newest = useRef(0)
  const prepare = async () => {
    if (runtime === null) return
    setFailure(null)
    setChanged(false)
    const turn = ++newest.current
    const made = await runtime.submission.prepare(answers)
    // The person went back and changed something meanwhile: only the answer to the newest question counts.
    if (turn !== newest.current) return
    if (made.ok) setReview(made.value)
    else setFailure(made.error)
  }

  useEffect(() => {
    if (runtime === null) return
    if (WORK_FROM.includes(step)) runtime.startAhead()
    // A review of other answers is not this person's review.
    if (step === "review" && review?.answers !== answers) {
      setReview(null)
      void prepare()
    }
  }, [runtime, step, answers])

  const send = async () => {
    if (runtime === null || review === null || sending) return
    setSending(true)
    setFailure(null)
    const files = filesNow()
    const result = await runtime.submission.send(review, files)
    setSending(false)
    if (!result.ok) {
      setFailure(result.error)
    } else if (result.value.kind === "changed") {
      setReview(result.value.review)
      setChanged(true)
      dispatch({ type: "edit", step: "review" })
    } else {
      setFilesLeft(files.filter(({ kind }) => kind === "upload").length)
      await runtime.dropDraft()
      dispatch({ type: "sent" })
    }
  }

  return {
    review: review?.answers === answers ? review : null,
    hasChanged,
    failure,
    sending,
    filesLeft,
    prepare: () => void prepare(),
    send: () => void send(),
  }
}
