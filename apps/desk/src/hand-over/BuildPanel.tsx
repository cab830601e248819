import { Button, Notice, StatusLine } from "@shn/ui"
import { useMemo, useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { lookOver } from "./look-over.ts"
import type { OneHandOver } from "./one-hand-over.ts"
import { packingOrder } from "./order.ts"
import { planAsApprover } from "./plan.ts"
import { usePacking } from "./use-packing.ts"
import { WhatLeaves } from "./WhatLeaves.tsx"
import { stopWords } from "./words.ts"

/** The second signature: whoever approved compares the list with their own, signs it, and the package goes on its way. */
export function BuildPanel(props: OneHandOver) {
  const desk = useDesk()
  const { text, session, services, packing } = desk
  const { build, refusal, failed: sorry, plan: words } = text.handOver
  const { view, handOff, opened, papers, directory, lookAgain } = props
  const [isBusy, setIsBusy] = useState(false)
  const [failed, setFailed] = useState("")
  const { caseId } = opened.caseKeys
  const way = usePacking(handOff.draftId, lookAgain)
  const own = useMemo(() => {
    const { leave, signers, plan } = view
    return leave === null ? null : planAsApprover({ leave, signers, plan }, directory, desk.serverNow())
  }, [view, directory, desk])

  const begin = async (): Promise<string> => {
    const signedMsgId = papers.said.msgId
    const looked = await lookOver(desk, caseId, signedMsgId)
    if (looked === "unreachable") return words.failed
    if (looked === "gone") return ""
    const order = packingOrder({
      caseId,
      signedMsgId,
      looked,
      sign: session.keys.sign,
      nowMs: desk.serverNow(),
      random: services.random,
    })
    if (order.ok) {
      packing.begin(order.value)
      return ""
    }
    // The newest list of keys only this look has seen.
    return order.error === "not-now" ? stopWords(text.handOver, looked.view.findings) : refusal[order.error]
  }
  const onBegin = async () => {
    setIsBusy(true)
    setFailed("")
    setFailed(await begin())
    await lookAgain()
    setIsBusy(false)
  }

  if (way !== null && way.state.is !== "failed") return null
  return (
    <>
      <WhatLeaves papers={papers} view={view} />
      {own?.ok === false && (
        <Notice kind="danger" title={refusal.title}>
          <p>{refusal[own.error]}</p>
          <p>{refusal.what}</p>
        </Notice>
      )}
      {own?.ok === true && (
        <>
          <p>{build.same}</p>
          <div>
            <Button busy={isBusy} onClick={() => void onBegin()}>
              {way === null ? build.send : sorry.again}
            </Button>
          </div>
        </>
      )}
      <StatusLine tone="warning">{failed}</StatusLine>
    </>
  )
}
