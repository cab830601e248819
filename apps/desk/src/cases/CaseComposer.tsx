import type { OpenedCase } from "@shn/sealed"
import { Composer, StatusLine } from "@shn/ui"
import { MAX_TEXT_LENGTH } from "@shn/wire"
import { useState } from "preact/hooks"
import { type Desk, useDesk } from "../app/desk-context.tsx"
import { failureSentence } from "../app/sentences.ts"
import { sealWords, sendSealed } from "./send-message.ts"
import { NOTHING_SENT, needsAnotherLook, type SendFailure, type SendState, sealedBefore } from "./sending.ts"

/** Where I answer. The words live in the tab's memory until they have arrived. */
export function CaseComposer(props: {
  readonly opened: OpenedCase
  readonly lookAgain: () => Promise<void>
}) {
  const desk = useDesk()
  const { text, unsentFor, keepUnsent } = desk
  const { opened, lookAgain } = props
  const { caseId } = opened.caseKeys
  const words = unsentFor(caseId)
  const [state, setState] = useState<SendState>(NOTHING_SENT)

  const send = async () => {
    const again = sealedBefore(state, words)
    setState({ kind: "sending" })
    const sealed = again === null ? await sealWords(desk, opened, words) : { ok: true as const, value: again }
    if (!sealed.ok) return setState({ kind: "failed", failure: sealed.error, text: words, envelope: null })
    const sent = await sendSealed(desk, sealed.value)
    if (sent.ok) {
      keepUnsent(caseId, "")
      await lookAgain()
      return setState({ kind: "ready", wasSent: true })
    }
    setState({ kind: "failed", failure: sent.error, text: words, envelope: sealed.value })
    if (needsAnotherLook(sent.error)) await lookAgain()
  }

  return (
    <div>
      <Composer
        label={text.cases.writeLabel}
        hint={text.cases.writeHint}
        value={words}
        onInput={(typed) => keepUnsent(caseId, typed)}
        onSend={() => void send()}
        state={state.kind}
        error={state.kind === "failed" ? sentenceOf(desk, state.failure) : undefined}
        maxLength={MAX_TEXT_LENGTH}
      />
      <StatusLine tone="success">
        {state.kind === "ready" && state.wasSent && words === "" ? text.cases.sent : ""}
      </StatusLine>
    </div>
  )
}

function sentenceOf({ text }: Desk, failure: SendFailure): string {
  switch (failure) {
    case "epoch_moved":
      return text.cases.epochMoved
    case "too-long":
      return text.cases.tooLong
    case "not-a-member":
    case "not_on_roster":
      return text.cases.notMember
    default:
      return failureSentence(text, failure)
  }
}
