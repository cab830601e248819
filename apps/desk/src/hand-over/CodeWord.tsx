import { handOffDigest, signApproval } from "@shn/consent"
import { ok } from "@shn/domain"
import { Button, CheckCard, Fieldset, Notice, StatusLine } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { sayInOrder } from "../complaint/say-in-order.ts"
import type { OneHandOver } from "./one-hand-over.ts"

/** The agreed word, for a human to compare: no machine knows what was agreed, and none says that it is right. */
export function CodeWord({ opened, handOff, papers, view, lookAgain }: OneHandOver) {
  const desk = useDesk()
  const { word } = desk.text.handOver
  const [isRight, setIsRight] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [trouble, setTrouble] = useState("")
  const { codeWord } = papers.said.body
  const { keys } = desk.session
  if (view.codeWord === "checked") return <p class="quiet">{word.checked}</p>
  const confirm = async () => {
    if (!isRight) return setTrouble(word.missing)
    setIsBusy(true)
    setTrouble("")
    const envelope = signApproval(
      {
        act: "code_word_checked",
        handOff: handOffDigest(papers.consent),
        by: keys.keyId,
        nowMs: desk.services.clock(),
      },
      keys.sign,
    )
    const { draftId } = handOff
    const { rev } = papers.said.body
    const said = await sayInOrder(desk, opened.caseKeys.caseId, () =>
      ok([{ kind: "approval", body: { draftId, rev, envelope } }]),
    )
    if (said.ok) await lookAgain()
    if (!said.ok) setTrouble(word.failed)
    setIsBusy(false)
  }
  return (
    <section class="hand-over-word" aria-label={word.title}>
      <h4 class="hand-over-title">{word.title}</h4>
      <p class="quiet">{word.why}</p>
      {codeWord === "" ? (
        <Notice kind="warning" title={word.none}>
          {word.noneWhat}
        </Notice>
      ) : (
        <>
          <p class="quiet">{word.typed}</p>
          <p class="sealed-words notranslate" dir="auto">
            {codeWord}
          </p>
          <Fieldset legend={word.question}>
            <CheckCard label={word.yes} checked={isRight} onChange={setIsRight} />
          </Fieldset>
          <p class="quiet">{word.no}</p>
          <div>
            <Button busy={isBusy} onClick={() => void confirm()}>
              {word.confirm}
            </Button>
          </div>
          <StatusLine tone="warning">{trouble}</StatusLine>
        </>
      )}
    </section>
  )
}
