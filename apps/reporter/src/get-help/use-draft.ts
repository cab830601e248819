import type { Dispatch } from "preact/hooks"
import { useEffect, useRef, useState } from "preact/hooks"
import type { HelpText } from "../text/help/area.ts"
import type { DraftOfferState } from "./draft-offer.tsx"
import type { HelpRuntime } from "./help-runtime.ts"
import type { HelpEvent, HelpState } from "./machine.ts"
import type { UsedFiles } from "./use-files.ts"

/** A pause in typing this long starts a save. */
const SAVE_AFTER_MS = 800

export type UsedDraft = {
  readonly offer: DraftOfferState
  readonly open: () => void
  readonly drop: () => void
  /** What to say below the story about where the words are kept; "" while there is nothing to say. */
  readonly line: string
  readonly isOtherTab: boolean
}

/** Keeps the form as a draft while it changes, and offers a found one. Writes nothing in a second window. */
export function useDraft(
  runtime: HelpRuntime | null,
  state: HelpState,
  dispatch: Dispatch<HelpEvent>,
  text: HelpText,
  files: UsedFiles,
): UsedDraft {
  const [offer, setOffer] = useState<DraftOfferState>("none")
  const [isOtherTab, setOtherTab] = useState(false)
  const [line, setLine] = useState("")
  // Until a found draft is answered, nothing may overwrite it.
  const mayWrite = useRef(false)

  useEffect(() => {
    if (runtime === null) return
    void runtime.claimDraft().then((isMine) => {
      setOtherTab(!isMine)
      if (!isMine) return
      if (runtime.hasDraft()) setOffer("found")
      else mayWrite.current = true
    })
  }, [runtime])

  const { step, answers } = state
  const { items } = files
  // How far a file is changes many times a second; a draft keeps only which there are and which have arrived.
  const kept = items.map(({ start, state: { is } }) => `${start.uploadId}${is === "sent"}`).join()
  useEffect(() => {
    const isWorthKeeping = step !== "safe" && step !== "sent"
    if (runtime === null || !isWorthKeeping) return
    const timer = setTimeout(async () => {
      if (!mayWrite.current) return
      const place = await runtime.saveDraft(step, answers, items)
      setLine(place === "kept" ? text.draft.kept : text.draft.memoryOnly)
    }, SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [runtime, step, answers, kept, text])

  return {
    offer,
    isOtherTab,
    line,
    async open() {
      if (runtime === null) return
      setOffer("opening")
      const opened = await runtime.openDraft()
      if (opened.ok) {
        runtime.useSecret(opened.value.secret)
        mayWrite.current = true
        setOffer("none")
        dispatch({ type: "restore", step: opened.value.step, answers: opened.value.answers })
        files.restore(opened.value.files)
      } else if (opened.error === "unreachable") {
        setOffer("unreachable")
      } else {
        mayWrite.current = true
        setOffer("gone")
      }
    },
    async drop() {
      setOffer("none")
      mayWrite.current = true
      await runtime?.dropDraft()
    },
  }
}
