import { ok } from "@shn/domain"
import { Button, Card, CheckCard, Dialog, Fieldset, StatusLine, TextField } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { approvalFor } from "./papers.ts"
import type { OfferedViewProps } from "./props.ts"
import { CHECKS, type Check } from "./second-look.ts"
import { useSay } from "./use-say.ts"

/** What the second member says: yes after having looked at each thing, or back with a reason. */
export function SecondLook(props: OfferedViewProps & { readonly hasObstacles: boolean }) {
  const { text, session, serverNow } = useDesk()
  const { look } = text.complaint
  const { opened, handOff, identity } = props
  const [ticked, setTicked] = useState<readonly Check[]>([])
  const [isMissing, setMissing] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState("")
  const [isReasonMissing, setReasonMissing] = useState(false)
  const saying = useSay(opened, props.lookAgain)
  const { offered } = handOff
  if (offered === null) return null

  const approve = () => {
    if (ticked.length < CHECKS.length) return setMissing(true)
    void saying.say((now) => {
      const approval = approvalFor(offered.body, "approved", {
        casePk: now.caseKeys.signPk,
        identity,
        me: session.keys,
        nowMs: serverNow(),
      })
      return approval.ok ? ok([{ kind: "approval", body: approval.value }]) : approval
    })
  }
  const sendBack = () => {
    if (reason.trim() === "") return setReasonMissing(true)
    setAsking(false)
    const { draftId, rev } = offered.body
    void saying.say(() => ok([{ kind: "sent_back", body: { draftId, rev, words: reason.trim() } }]))
  }
  return (
    <Card title={look.checks}>
      <Fieldset
        legend={look.checks}
        hideLegend
        error={isMissing && ticked.length < CHECKS.length ? look.checksMissing : undefined}
      >
        {CHECKS.map((check) => (
          <CheckCard
            key={check}
            label={look.check[check]}
            checked={ticked.includes(check)}
            onChange={(isOn) =>
              setTicked(isOn ? [...ticked, check] : ticked.filter((other) => other !== check))
            }
          />
        ))}
      </Fieldset>
      <div class="actions">
        {!props.hasObstacles && (
          <Button busy={saying.isBusy} onClick={approve}>
            {look.approve}
          </Button>
        )}
        <Button kind="quiet" busy={saying.isBusy} onClick={() => setAsking(true)}>
          {look.sendBack}
        </Button>
      </div>
      <StatusLine tone="warning">{saying.trouble}</StatusLine>
      <Dialog
        open={isAsking}
        title={look.sendBackTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={sendBack}>{look.sendBackYes}</Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {text.common.cancel}
            </Button>
          </>
        }
      >
        <TextField
          label={look.sendBackLabel}
          rows={3}
          maxLength={4000}
          value={reason}
          error={isReasonMissing && reason.trim() === "" ? look.sendBackMissing : undefined}
          onInput={setReason}
        />
      </Dialog>
    </Card>
  )
}
