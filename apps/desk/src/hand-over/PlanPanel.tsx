import { err, ok } from "@shn/domain"
import { randomUuidV4 } from "@shn/primitives/random"
import { Button, StatusLine } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import { sayInOrder } from "../complaint/say-in-order.ts"
import { lookOver } from "./look-over.ts"
import type { OneHandOver } from "./one-hand-over.ts"
import { planAsDrafter } from "./plan.ts"
import { WhatLeaves } from "./WhatLeaves.tsx"
import { stopWords } from "./words.ts"

/** The first signature: whoever wrote it signs the list of everything that leaves. */
export function PlanPanel(props: OneHandOver) {
  const desk = useDesk()
  const { text, session, services } = desk
  const { plan: words, refusal } = text.handOver
  const { view, handOff, opened, papers, directory, lookAgain } = props
  const [isBusy, setIsBusy] = useState(false)
  const [failed, setFailed] = useState("")
  const { caseId } = opened.caseKeys

  const sign = async (): Promise<string> => {
    const looked = await lookOver(desk, caseId, papers.said.msgId)
    if (looked === "unreachable") return words.failed
    if (looked === "gone") return ""
    // Whatever this screen can see it shows by itself; the newest list of keys only this look has seen.
    if (looked.view.leave === null || looked.view.signers === null)
      return stopWords(text.handOver, looked.view.findings)
    const planned = planAsDrafter({
      leave: looked.view.leave,
      signers: looked.view.signers,
      use: looked.view.use,
      packageId: randomUuidV4(services.random),
      nowMs: desk.serverNow(),
      sign: session.keys.sign,
    })
    if (!planned.ok) return refusal[planned.error]
    const { draftId } = handOff
    const { rev } = papers.said.body
    const said = await sayInOrder(desk, caseId, (now) =>
      now.caseKeys.caseId === caseId
        ? ok([{ kind: "package_plan", body: { draftId, rev, ...planned.body } }])
        : err("closed"),
    )
    return said.ok ? "" : words.failed
  }
  const onSign = async () => {
    setIsBusy(true)
    setFailed("")
    setFailed(await sign())
    await lookAgain()
    setIsBusy(false)
  }
  const approver = view.signers?.approver
  const alias = (approver && aliasOf(directory, approver)) ?? text.cases.unknownReader
  return (
    <>
      <WhatLeaves papers={papers} view={view} />
      {view.plan !== null && <p>{words.signed(alias)}</p>}
      <div>
        <Button kind={view.plan === null ? "primary" : "quiet"} busy={isBusy} onClick={() => void onSign()}>
          {isBusy ? words.signing : view.plan === null ? words.sign : words.signAgain}
        </Button>
      </div>
      <StatusLine tone="warning">{failed}</StatusLine>
    </>
  )
}
