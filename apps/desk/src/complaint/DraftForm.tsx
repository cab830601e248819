import { type AnswerField, type ComplaintDraft, type ComplaintFinding, isAnswerField } from "@shn/domain"
import { PAPER_WORDS, type RegistryForm } from "@shn/guidance"
import { Badge, Button, TextField } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { Part } from "./Part.tsx"
import type { FormLine } from "./rules.ts"
import { VerifyMark } from "./VerifyMark.tsx"
import { placeId } from "./words.ts"
import type { WorkingCopy } from "./working-copy.ts"

/** Longer ones get more room. */
const LONG: readonly AnswerField[] = ["witnesses", "earlier_reports", "relief", "declaration", "links"]

/** The agency's form in its own order: what the drafter answers is written here, the rest is shown where it comes from. */
export function DraftForm(props: {
  readonly form: RegistryForm
  readonly lines: readonly FormLine[]
  readonly copy: WorkingCopy
  readonly way: "inbox" | "by_hand"
  readonly findings: readonly ComplaintFinding[]
  readonly errors: readonly string[]
  readonly onAnswers: (answers: ComplaintDraft["answers"]) => void
}) {
  const { text } = useDesk()
  const { write, choose, finding: sentences } = text.complaint
  const { form, lines, copy, way, findings, onAnswers } = props
  const { answers } = copy.draft
  const sourceOf = ({ from, value }: FormLine) => {
    if (from === "person") return way === "by_hand" ? write.fromPersonByHand : write.fromPerson
    return value === "" ? write.empty : write.fromParts
  }
  const errorOf = (key: string) => {
    const found = findings.find(({ field, code }) => field === key && code !== "field-to-verify")
    return found === undefined ? undefined : sentences[found.code]
  }
  return (
    <Part place="form" title={write.form} hint={write.formHint} errors={props.errors}>
      {form.intro.map((line) => (
        <p key={line.text} class="quiet">
          {line.text} {line.verify === true && <VerifyMark />}
        </p>
      ))}
      {form.facts.isToVerify && <p class="quiet">{choose.verify}</p>}
      <ol class="form-lines">
        {lines.map((line, at) => {
          const { key } = line
          const ask = form.asks[at]?.text ?? key
          return (
            <li key={key} id={placeId(`field-${key}`)} tabIndex={-1} class="form-line">
              {isAnswerField(key) ? (
                <>
                  <TextField
                    label={
                      <>
                        {ask} <Marks line={line} />
                      </>
                    }
                    rows={LONG.includes(key) ? 2 : 1}
                    value={answers[key] ?? ""}
                    error={errorOf(key)}
                    onInput={(words) => onAnswers({ ...answers, [key]: words })}
                  />
                  {key === "declaration" && line.value === "" && (
                    <div>
                      <Button
                        kind="link"
                        onClick={() =>
                          onAnswers({ ...answers, declaration: PAPER_WORDS[copy.language].declaration })
                        }
                      >
                        {write.declaration}
                      </Button>
                    </div>
                  )}
                </>
              ) : (
                <p>
                  <strong>{ask}</strong> <Marks line={line} /> <span class="quiet">{sourceOf(line)}</span>
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </Part>
  )
}

function Marks({ line }: { readonly line: FormLine }) {
  const { text } = useDesk()
  return (
    <>
      {line.isRequired && <Badge tone="info">{text.complaint.write.required}</Badge>}{" "}
      {line.isToVerify && <VerifyMark />}
    </>
  )
}
