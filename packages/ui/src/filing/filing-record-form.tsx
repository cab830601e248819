import { type Day, FILING_WAYS, type FilingRecord } from "@shn/domain"
import { useState } from "preact/hooks"
import { Button } from "../components/button.tsx"
import { ChoiceGroup } from "../components/choice-group.tsx"
import { FailedState } from "../components/states.tsx"
import { StatusLine } from "../components/status-line.tsx"
import { TextField } from "../components/text-field.tsx"
import type { FilingText } from "../text/filing/area.ts"
import { FIELD_OF, NOTHING_TYPED, type RecordProblem, recordTyped, type TypedRecord } from "./typed-record.ts"

export type FilingRecordFormProps = {
  readonly about: Pick<FilingRecord, "agencyId" | "formId">
  readonly text: FilingText
  /** Who may have handed it in, in the words of this app. */
  readonly people: readonly { readonly by: FilingRecord["by"]; readonly label: string }[]
  /** By the clock that this device trusts; asked when the record is checked. */
  readonly today: () => Day
  readonly isSaving: boolean
  /** Why it could not be kept; "" when nothing went wrong. */
  readonly failure: string
  readonly onSave: (record: FilingRecord) => void
}

/** "Handed in on, number, by whom": checked kindly before it is kept. Nothing is chosen in advance. */
export function FilingRecordForm(props: FilingRecordFormProps) {
  const { text, people, isSaving } = props
  const words = text.record
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [problem, setProblem] = useState<RecordProblem | null>(null)
  const sentence = problem === null ? "" : words.problem[problem]
  const change = (part: Partial<TypedRecord>) => {
    setTyped({ ...typed, ...part })
    setProblem(null)
  }
  const errorAt = (field: keyof TypedRecord) =>
    problem !== null && FIELD_OF[problem] === field ? sentence : undefined
  const save = () => {
    const record = recordTyped(typed, props.about, props.today())
    setProblem(record.ok ? null : record.error)
    if (record.ok) props.onSave(record.value)
  }
  return (
    <form
      class="filing-part"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSaving) save()
      }}
    >
      <TextField
        label={words.day}
        hint={words.dayHint}
        error={errorAt("day")}
        value={typed.day}
        onInput={(day) => change({ day })}
        dir="ltr"
      />
      <ChoiceGroup
        legend={words.way}
        error={errorAt("way")}
        value={typed.way}
        onChange={(way) => change({ way })}
        options={FILING_WAYS.map((value) => ({ value, label: words.ways[value] }))}
        columns={2}
      />
      <TextField
        label={words.reference}
        hint={words.referenceHint}
        error={errorAt("reference")}
        optional
        value={typed.reference}
        onInput={(reference) => change({ reference })}
        dir="ltr"
      />
      <ChoiceGroup
        legend={words.by}
        error={errorAt("by")}
        value={typed.by?.who ?? null}
        onChange={(who) => change({ by: people.find(({ by }) => by.who === who)?.by ?? null })}
        options={people.map(({ by, label }) => ({ value: by.who, label }))}
      />
      {props.failure !== "" && <FailedState sentence={props.failure} />}
      <div>
        <Button type="submit" busy={isSaving}>
          {words.save}
        </Button>
        {/* Beside the button, too: on a small screen the field it belongs to may be out of sight. */}
        <StatusLine tone="warning">{sentence}</StatusLine>
      </div>
    </form>
  )
}
