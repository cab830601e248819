import { listedMember } from "@shn/sealed"
import { Button, isolateName, Notice, useUi } from "@shn/ui"
import type { BackText } from "../text/back/area.ts"
import type { OpenCaseState } from "./case-desk.ts"
import { consentAsksOf } from "./reading.ts"

/** "Sana asks you: may this go to ...?", above the conversation, for as long as it waits for an answer. */
export function ConsentCards(props: {
  readonly state: OpenCaseState
  readonly back: BackText
  readonly onOpen: () => void
}) {
  const { state, back } = props
  const { locale } = useUi()
  const { directory } = state
  return (
    <>
      {consentAsksOf(state).map(({ draftId, asks, author, agencyId }) => {
        const alias = listedMember(directory, author)?.alias
        const agency = directory.agencies.find((each) => each.agencyId === agencyId)
        const who = alias === undefined ? back.leaves.someone : isolateName(alias)
        const where = agency === undefined ? back.leaves.office : isolateName(agency.names[locale])
        return (
          <Notice
            key={draftId}
            kind="care"
            title={back.leaves[asks](who, where)}
            actions={
              <Button kind="quiet" onClick={props.onOpen}>
                {back.leaves.open}
              </Button>
            }
          >
            <p>{back.leaves.calm}</p>
          </Notice>
        )
      })}
    </>
  )
}
