import type { ChosenEvidence } from "@shn/domain"
import type { Attachment } from "@shn/sealed"
import { Button, CheckCard, Fieldset, formatFileSize, Notice, TextField } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { evidenceLines, isFitLabel, MAX_LABEL_LENGTH, toggled } from "./evidence.ts"
import { Part } from "./Part.tsx"

/** Which files of the case go along, each with one line that says what it shows. */
export function DraftEvidence(props: {
  readonly files: readonly Attachment[]
  readonly chosen: readonly ChosenEvidence[]
  readonly onChange: (chosen: readonly ChosenEvidence[]) => void
  readonly errors: readonly string[]
  readonly notes: readonly string[]
}) {
  const { text, locale } = useDesk()
  const { write } = text.complaint
  const { files, chosen, onChange } = props
  const { lines, gone } = evidenceLines(files, chosen)
  const nameOf = (file: Attachment) => (file.name === "" ? text.files.noName : file.name)
  return (
    <Part
      place="evidence"
      title={write.evidence}
      hint={write.evidenceHint}
      errors={props.errors}
      notes={props.notes}
    >
      {gone.length > 0 && (
        <Notice
          kind="warning"
          actions={
            <Button kind="quiet" onClick={() => onChange(chosen.filter((one) => !gone.includes(one)))}>
              {write.leaveOut}
            </Button>
          }
        >
          {write.gone(gone.map(({ label }) => label).join(" · "))}
        </Notice>
      )}
      {lines.length === 0 ? (
        <p class="quiet">{write.evidenceEmpty}</p>
      ) : (
        <Fieldset legend={write.evidence} hideLegend>
          {lines.map(({ file, canChoose, chosen: mine }) => (
            <div key={`${file.author} ${file.uploadId}`} class="entry">
              <CheckCard
                label={<bdi class="notranslate">{nameOf(file)}</bdi>}
                note={canChoose ? formatFileSize(file.size, locale) : write.notWhole}
                checked={mine !== null}
                disabled={!canChoose && mine === null}
                onChange={() => onChange(toggled(chosen, file))}
              />
              {mine !== null && (
                <TextField
                  label={write.label(nameOf(file))}
                  hint={write.labelHint}
                  value={mine.label}
                  maxLength={MAX_LABEL_LENGTH}
                  error={isFitLabel(mine.label) ? undefined : write.labelUnfit}
                  onInput={(label) =>
                    onChange(chosen.map((one) => (one.id === mine.id ? { ...one, label } : one)))
                  }
                />
              )}
            </div>
          ))}
        </Fieldset>
      )}
    </Part>
  )
}
