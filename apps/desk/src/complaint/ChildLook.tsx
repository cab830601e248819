import { ok } from "@shn/domain"
import { Button, Card, CheckCard, Fieldset, StatusLine } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { approvalFor } from "./papers.ts"
import type { OfferedViewProps } from "./props.ts"
import { useSay } from "./use-say.ts"

/** For a person under 18: a coordinator who did not draft looks at it for the child's sake, as an act of its own. */
export function ChildLook(props: OfferedViewProps) {
  const { text, session, serverNow } = useDesk()
  const { look } = text.complaint
  const { opened, handOff, identity } = props
  const [isTicked, setTicked] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const saying = useSay(opened, props.lookAgain)
  const { offered } = handOff
  if (offered === null) return null
  const sign = () => {
    if (!isTicked) return setMissing(true)
    void saying.say((now) => {
      const approval = approvalFor(offered.body, "child_protection", {
        casePk: now.caseKeys.signPk,
        identity,
        me: session.keys,
        nowMs: serverNow(),
      })
      return approval.ok ? ok([{ kind: "approval", body: approval.value }]) : approval
    })
  }
  return (
    <Card title={look.child}>
      {session.roles.includes("coordinator") ? (
        <>
          <Fieldset
            legend={look.child}
            hideLegend
            error={isMissing && !isTicked ? look.childMissing : undefined}
          >
            <CheckCard label={look.childCheck} checked={isTicked} onChange={setTicked} />
          </Fieldset>
          <div>
            <Button busy={saying.isBusy} onClick={sign}>
              {look.childSign}
            </Button>
          </div>
          <StatusLine tone="warning">{saying.trouble}</StatusLine>
        </>
      ) : (
        <p>{look.waitsForChild}</p>
      )}
    </Card>
  )
}
