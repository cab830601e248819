import { type HandOff, handOffTo, intakeOf, stageOf } from "@shn/sealed"
import { Badge, Notice, PageTitle } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"
import { inboxOf } from "./agency-choice.ts"
import { nameIn } from "./ChooseAgency.tsx"
import { DraftDesk } from "./DraftDesk.tsx"
import { OfferedView } from "./OfferedView.tsx"
import type { OneComplaintProps } from "./props.ts"
import { approvalsNow } from "./second-look.ts"
import { partOf, useIdentity } from "./use-identity.ts"

/** A report that has its agency: being written, or lying before the second member or the person. */
export function OneComplaint(props: OneComplaintProps) {
  const { text, locale, session } = useDesk()
  const { complaint } = text
  const { opened, handOff, copy, registry } = props
  const identity = useIdentity(opened.caseKeys.caseId, handOff?.part ?? null)
  const [wantsChange, setChanging] = useState(false)
  if (session.trust.kind !== "trusted") return null
  const { directory } = session.trust
  const agency = registry.agencies.find(({ id }) => id === copy.agencyId)
  const form = agency?.forms.find(({ definition }) => definition.id === copy.draft.formId) ?? agency?.forms[0]
  const inbox = inboxOf(directory, copy.agencyId)
  const title = agency === undefined ? complaint.title : complaint.titleTo(nameIn(directory, agency, locale))
  const approvals =
    handOff === null
      ? null
      : approvalsNow(
          handOff,
          partOf(identity),
          opened.caseKeys.signPk,
          directory,
          intakeOf(opened.conversation),
        )
  const stage = handOff === null ? "draft" : stageOf(handOff, approvals?.isApproved === true)
  // What the person has signed is never taken up again.
  const isChanging = wantsChange && (stage === "offered" || stage === "approved")
  const isLying = stage === "offered" || stage === "approved" || stage === "signed"
  return (
    <>
      <PageTitle
        focusOnMount
        key={isLying && !isChanging ? "lying" : "written"}
        lead={<Badge tone="info">{complaint.stage[stage]}</Badge>}
      >
        {title}
      </PageTitle>
      {props.top}
      {(stage === "sent_back" || stage === "not_signed") && handOff !== null && (
        <Returned handOff={handOff} stage={stage} />
      )}
      {agency === undefined || form === undefined || props.boundaries === null ? (
        <Notice kind="warning">
          {props.boundaries === null ? text.cases.storyAbsent : complaint.choose.noForm}
        </Notice>
      ) : isLying && handOff !== null && approvals !== null && !isChanging ? (
        <OfferedView
          opened={opened}
          handOff={handOff}
          stage={stage}
          form={form}
          law={registry.law.meta.section}
          agencyName={nameIn(directory, agency, locale)}
          identity={partOf(identity)}
          approvals={approvals}
          boundaries={props.boundaries}
          mayWrite={props.mayWrite}
          onChange={() => setChanging(true)}
          lookAgain={props.lookAgain}
        />
      ) : (
        <DraftDesk
          {...props}
          boundaries={props.boundaries}
          agency={agency}
          agencyName={nameIn(directory, agency, locale)}
          form={form}
          to={inbox === null ? null : handOffTo(inbox)}
          identity={identity}
          age={intakeOf(opened.conversation)?.ageBand ?? "unsaid"}
          directory={directory}
          onForward={() => setChanging(false)}
        />
      )}
    </>
  )
}

/** Why it came back, from the second member or from the person. */
function Returned({
  handOff,
  stage,
}: {
  readonly handOff: HandOff
  readonly stage: "sent_back" | "not_signed"
}) {
  const { text, session } = useDesk()
  const { look } = text.complaint
  const said = stage === "sent_back" ? handOff.sentBack : handOff.notSigned
  if (said === null || session.trust.kind !== "trusted") return null
  const alias = aliasOf(session.trust.directory, said.author) ?? text.cases.unknownReader
  return (
    <Notice kind="warning" title={stage === "sent_back" ? look.wasSentBack(alias) : look.wasNotSigned}>
      {said.body.words === "" ? (
        <p>{look.notSignedWordless}</p>
      ) : (
        <p class="as-written notranslate" dir="auto">
          {said.body.words}
        </p>
      )}
    </Notice>
  )
}
