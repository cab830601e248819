import type { ComplaintDraft, Incident, Respondent } from "@shn/domain"
import { Button, CheckCard, ChoiceGroup, TextField } from "@shn/ui"
import { useState } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"
import { EntryList } from "./EntryList.tsx"
import { Part } from "./Part.tsx"
import type { Place } from "./words.ts"

type Props = {
  readonly draft: ComplaintDraft
  readonly onChange: (change: Partial<ComplaintDraft>) => void
  /** What is wrong or worth another look, as sentences, by part; for a list, also by entry. */
  readonly sentencesAt: (kind: "stop" | "warn", place: Place, entry?: number) => readonly string[]
}

/** What happened: facts, beliefs, days, the other person, what speaks against. Each apart from the other. */
export function DraftStory({ draft, onChange, sentencesAt }: Props) {
  const { text } = useDesk()
  const { write } = text.complaint
  return (
    <>
      <Part
        place="facts"
        title={write.facts}
        hint={write.factsHint}
        errors={sentencesAt("stop", "facts")}
        notes={sentencesAt("warn", "facts")}
      >
        <EntryList
          entries={draft.facts}
          onChange={(facts) => onChange({ facts })}
          label={write.fact}
          add={write.addFact}
        />
      </Part>
      <Part place="beliefs" title={write.beliefs} hint={write.beliefsHint}>
        <EntryList
          entries={draft.beliefs}
          onChange={(beliefs) => onChange({ beliefs })}
          label={write.belief}
          add={write.addBelief}
        />
      </Part>
      <Days draft={draft} onChange={onChange} sentencesAt={sentencesAt} />
      <OtherPerson draft={draft} onChange={onChange} sentencesAt={sentencesAt} />
      <Against draft={draft} onChange={onChange} sentencesAt={sentencesAt} />
    </>
  )
}

const NO_DAY: Incident = { from: "", until: "", isAbout: false, place: "" }

function Days({ draft, onChange, sentencesAt }: Props) {
  const { text } = useDesk()
  const { write } = text.complaint
  const shown = draft.incidents.length === 0 ? [NO_DAY] : draft.incidents
  const put = (at: number, change: Partial<Incident>) =>
    onChange({ incidents: shown.map((one, n) => (n === at ? { ...one, ...change } : one)) })
  return (
    <Part place="days" title={write.days} hint={write.daysHint} errors={sentencesAt("stop", "days")}>
      <ol class="entry-list">
        {shown.map((incident, at) => (
          <li key={`${at}`} class="entry">
            <fieldset class="fieldset">
              <legend class="field-label">{write.day(at + 1)}</legend>
              <div class="entry-row">
                <TextField
                  kind="date"
                  label={write.from}
                  value={incident.from}
                  error={sentencesAt("stop", "days", at)[0]}
                  onInput={(from) => put(at, { from })}
                />
                <TextField
                  kind="date"
                  label={write.until}
                  optional
                  value={incident.until}
                  onInput={(until) => put(at, { until })}
                />
              </div>
              <CheckCard
                label={write.about}
                checked={incident.isAbout}
                onChange={(isAbout) => put(at, { isAbout })}
              />
              <TextField label={write.place} value={incident.place} onInput={(place) => put(at, { place })} />
            </fieldset>
            {shown.length > 1 && (
              <div class="entry-actions">
                <Button
                  kind="link"
                  label={write.remove(write.day(at + 1))}
                  onClick={() => onChange({ incidents: shown.filter((_, n) => n !== at) })}
                >
                  {write.removeShort}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button kind="quiet" onClick={() => onChange({ incidents: [...shown, NO_DAY] })}>
          {write.addDay}
        </Button>
      </div>
    </Part>
  )
}

function OtherPerson({ draft, onChange, sentencesAt }: Props) {
  const { text } = useDesk()
  const { write } = text.complaint
  const { respondent } = draft
  const put = (change: Partial<Respondent>) => onChange({ respondent: { ...respondent, ...change } })
  return (
    <Part
      place="respondent"
      title={write.respondent}
      hint={write.respondentHint}
      errors={sentencesAt("stop", "respondent")}
      notes={sentencesAt("warn", "respondent")}
    >
      <div class="entry-row">
        <TextField label={write.name} value={respondent.name} onInput={(name) => put({ name })} />
        <TextField
          label={write.relation}
          value={respondent.relation}
          onInput={(relation) => put({ relation })}
        />
        <TextField
          label={write.designation}
          value={respondent.designation}
          onInput={(designation) => put({ designation })}
        />
        <TextField label={write.address} value={respondent.address} onInput={(address) => put({ address })} />
      </div>
      <TextField
        label={write.phones}
        rows={2}
        dir="ltr"
        value={respondent.phones.join("\n")}
        onInput={(lines) => put({ phones: linesOf(lines) })}
      />
      <TextField
        label={write.accounts}
        rows={2}
        dir="ltr"
        value={respondent.accounts.join("\n")}
        onInput={(lines) => put({ accounts: linesOf(lines) })}
      />
    </Part>
  )
}

function Against({ draft, onChange, sentencesAt }: Props) {
  const { text } = useDesk()
  const { write } = text.complaint
  const { against } = draft
  // A wrong tap on the other answer takes no words away.
  const [lastSaid, setLastSaid] = useState(against.state === "said" ? against.text : "")
  return (
    <Part place="against" title={write.against} hint={write.againstHint}>
      <ChoiceGroup
        legend={write.against}
        hideLegend
        error={sentencesAt("stop", "against")[0]}
        value={against.state === "not-asked" ? null : against.state}
        onChange={(state) => onChange({ against: state === "said" ? { state, text: lastSaid } : { state } })}
        options={[
          { value: "none-known", label: write.againstNone },
          { value: "said", label: write.againstSaid },
        ]}
      />
      {against.state === "said" && (
        <TextField
          label={write.againstText}
          rows={3}
          value={against.text}
          onInput={(words) => {
            setLastSaid(words)
            onChange({ against: { state: "said", text: words } })
          }}
        />
      )}
    </Part>
  )
}

function linesOf(lines: string): readonly string[] {
  return lines === "" ? [] : lines.split("\n")
}
