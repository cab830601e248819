import type { RosterPolicy } from "@shn/domain"
import { intakeOf } from "@shn/sealed"
import { Card, ChoiceGroup, FailedState, Prose, Stack, StatusLine } from "@shn/ui"
import type { BackText } from "../text/back/area.ts"
import type { HelpText } from "../text/help/area.ts"
import type { WordsText } from "../text/words/area.ts"
import type { OpenCaseState } from "./case-desk.ts"

export type RulesProps = {
  readonly state: OpenCaseState
  readonly back: BackText
  readonly help: HelpText
  readonly words: WordsText
  readonly done: string
  readonly error: string | null
  readonly onPolicy: (policy: RosterPolicy) => void
}

/** Who may join, changeable on any day; and the switches as they were set. */
export function RulesView({ state, back, help, words, done, error, onPolicy }: RulesProps) {
  const boundaries = intakeOf(state.opened.conversation)?.boundaries ?? []
  return (
    <Stack>
      <ChoiceGroup
        legend={back.rules.title}
        value={state.opened.roster.policy}
        onChange={onPolicy}
        options={[
          { value: "ask_me", label: help.boundaries.askMe, note: help.boundaries.askMeHint },
          {
            value: "same_discipline_only",
            label: help.boundaries.sameField,
            note: help.boundaries.sameFieldHint,
          },
        ]}
      />
      <StatusLine tone="success">{done}</StatusLine>
      {error !== null && <FailedState sentence={error} />}
      <Card title={back.rules.boundaries} tone="soft">
        {boundaries.length === 0 ? (
          <p>{back.rules.none}</p>
        ) : (
          <Prose>
            <ul>
              {boundaries.map((boundary) => (
                <li key={boundary}>{words.boundary[boundary]}</li>
              ))}
            </ul>
          </Prose>
        )}
      </Card>
    </Stack>
  )
}
