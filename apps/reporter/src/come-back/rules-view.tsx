import { BOUNDARIES, type Boundary, checkBoundaries, type RosterPolicy } from "@shn/domain"
import { ChoiceGroup, FailedState, Fieldset, Notice, Stack, StatusLine, Switch } from "@shn/ui"
import type { BackText } from "../text/back/area.ts"
import type { HelpText } from "../text/help/area.ts"
import type { WordsText } from "../text/words/area.ts"
import type { OpenCaseState } from "./case-desk.ts"
import { boundariesOf } from "./reading.ts"

export type RulesProps = {
  readonly state: OpenCaseState
  readonly back: BackText
  readonly help: HelpText
  readonly words: WordsText
  readonly done: string
  readonly error: string | null
  readonly busy: boolean
  readonly onToggle: (boundary: Boundary) => void
  readonly onPolicy: (policy: RosterPolicy) => void
}

/** Who may join, and the switches: the person may change both on any day. */
export function RulesView(props: RulesProps) {
  const { state, back, help, words, done, error } = props
  const boundaries = boundariesOf(state)
  return (
    <Stack>
      <StatusLine tone="success">{done}</StatusLine>
      {error !== null && <FailedState sentence={error} />}
      <ChoiceGroup
        legend={back.rules.title}
        value={state.opened.roster.policy}
        onChange={props.onPolicy}
        options={[
          { value: "ask_me", label: help.boundaries.askMe, note: help.boundaries.askMeHint },
          {
            value: "same_discipline_only",
            label: help.boundaries.sameField,
            note: help.boundaries.sameFieldHint,
          },
        ]}
      />
      <Fieldset legend={back.rules.boundaries} hint={back.rules.opposite}>
        {BOUNDARIES.map((boundary) => (
          <Switch
            key={boundary}
            label={words.boundary[boundary]}
            explanation={words.boundaryHint[boundary]}
            checked={boundaries.includes(boundary)}
            disabled={props.busy}
            onChange={() => props.onToggle(boundary)}
          />
        ))}
      </Fieldset>
      {checkBoundaries(boundaries, []).notices.map((notice) => (
        <Notice key={notice} kind="info">
          <p>{words.notice[notice]}</p>
        </Notice>
      ))}
    </Stack>
  )
}
