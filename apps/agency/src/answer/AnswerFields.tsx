import { COMPLAINT_FIELDS, releaseCode } from "@shn/domain"
import { CheckCard, ChoiceGroup, Details, Fieldset, SelectField, TextField } from "@shn/ui"
import { useAgency } from "../app/agency-context.tsx"
import type { AnswerText } from "../text/answer/area.ts"
import {
  type AnswerKind,
  type Draft,
  type DraftProblem,
  reasonsOf,
  STATUS_KINDS,
  STOP_KINDS,
} from "./draft.ts"

type Props = {
  readonly draft: Draft
  readonly isStop: boolean
  readonly problems: readonly DraftProblem[]
  readonly onChange: (draft: Draft) => void
}

/** The form of an answer: first what kind it is, then what that kind asks for. Nothing is chosen in advance. */
export function AnswerFields({ draft, isStop, problems, onChange }: Props) {
  const { text } = useAgency()
  const words = text.answer
  const kinds: readonly AnswerKind[] = isStop ? STOP_KINDS : STATUS_KINDS
  // Words for another kind, typed before the person took it back, wait in the draft and are not shown.
  const kind = kinds.find((each) => each === draft.kind) ?? null
  const error = (problem: DraftProblem) => (problems.includes(problem) ? words.missing[problem] : undefined)
  const choose = (to: AnswerKind | null) => onChange({ ...draft, kind: to, reason: "" })
  const typed = (part: keyof Draft) => (value: string) => onChange({ ...draft, [part]: value })
  return (
    <>
      {isStop ? (
        <ChoiceGroup
          legend={words.stopLegend}
          value={kind}
          onChange={choose}
          error={error("kind")}
          options={STOP_KINDS.map((each) => ({
            value: each,
            label: words.kind[each],
            note: words.stopNote[each],
          }))}
        />
      ) : (
        <SelectField<AnswerKind | "">
          label={words.kindLabel}
          value={kind ?? ""}
          onChange={(value) => choose(value === "" ? null : value)}
          error={error("kind")}
          options={[
            { value: "", label: words.kindNone },
            ...STATUS_KINDS.map((each) => ({ value: each, label: words.kind[each] })),
          ]}
        />
      )}
      {kind !== null && reasonsOf(kind).length > 0 && (
        <ChoiceGroup
          legend={words.reason}
          value={reasonsOf(kind).find((code) => code === draft.reason) ?? null}
          onChange={typed("reason")}
          error={error("reason")}
          options={reasonsOf(kind).map((code) => ({ value: code, label: reasonWords(words, code) }))}
        />
      )}
      {kind === "wrong_forum" && (
        <TextField
          label={words.instead}
          optional
          value={draft.instead}
          onInput={typed("instead")}
          maxLength={160}
        />
      )}
      {kind === "ask_more" && <AskedFor draft={draft} onChange={onChange} error={error("question")} />}
      {kind === "court" && (
        <TextField
          label={words.court}
          value={draft.court}
          onInput={typed("court")}
          error={error("court")}
          maxLength={160}
        />
      )}
      {kind !== null && numberLabel(words, kind) !== null && (
        <TextField
          label={numberLabel(words, kind)}
          hint={kind === "received" ? words.diaryHint : undefined}
          optional={kind === "court"}
          dir="ltr"
          value={draft.number}
          onInput={typed("number")}
          error={error("number")}
          maxLength={80}
        />
      )}
      {kind === "fir" && (
        <TextField
          label={words.sections}
          hint={words.sectionsHint}
          rows={3}
          value={draft.sections}
          onInput={typed("sections")}
          error={error("sections")}
        />
      )}
      {kind === "court" && (
        <TextField
          label={words.hearing}
          kind="date"
          optional
          dir="ltr"
          value={draft.hearing}
          onInput={typed("hearing")}
          error={error("hearing")}
        />
      )}
      {kind !== null && kind !== "ask_more" && (
        <TextField
          label={words.note}
          hint={words.noteHint}
          optional
          rows={3}
          value={draft.note}
          onInput={typed("note")}
          maxLength={2000}
        />
      )}
    </>
  )
}

function AskedFor(props: {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly error: string | undefined
}) {
  const { text } = useAgency()
  const words = text.answer
  const { draft, onChange } = props
  const toggle = (code: string, isOn: boolean) =>
    onChange({
      ...draft,
      fields: isOn ? [...draft.fields, code] : draft.fields.filter((each) => each !== code),
    })
  return (
    <>
      <TextField
        label={words.question}
        hint={words.questionHint}
        rows={3}
        value={draft.question}
        onInput={(question) => onChange({ ...draft, question })}
        error={props.error}
        maxLength={2000}
      />
      <Details summary={words.fieldsLegend}>
        <Fieldset legend={words.fieldsLegend} hideLegend>
          {COMPLAINT_FIELDS.map((field) => (
            <CheckCard
              key={field}
              label={text.fields[field]}
              checked={draft.fields.includes(releaseCode(field))}
              onChange={(isOn) => toggle(releaseCode(field), isOn)}
            />
          ))}
        </Fieldset>
      </Details>
    </>
  )
}

function numberLabel(words: AnswerText, kind: AnswerKind): string | null {
  switch (kind) {
    case "received":
      return words.diary
    case "enquiry":
      return words.enquiryNumber
    case "fir":
      return words.firNumber
    case "court":
      return words.courtNumber
    default:
      return null
  }
}

function reasonWords(words: AnswerText, code: string): string {
  const all: Readonly<Record<string, string>> = {
    ...words.wrongForm,
    ...words.wrongForum,
    ...words.closed,
    ...words.cannotStop,
  }
  return all[code] ?? code
}
