import type { AgencyStatement, AnswerChain } from "@shn/consent"
import { COMPLAINT_FIELDS, dayOf, type KeyId, releaseCode } from "@shn/domain"
import { Card, formatClockTime, formatDay, isolateName, Notice } from "@shn/ui"
import { type Agency, useAgency } from "../app/agency-context.tsx"
import { saidParts } from "./said-parts.ts"

/** Everything this agency has said about a release, opened from its own copies. */
export function SaidCard({ said }: { readonly said: AnswerChain }) {
  const { text } = useAgency()
  const words = text.release
  return (
    <Card title={words.saidTitle}>
      {said.findings.length > 0 && (
        <Notice kind="warning">
          <ul class="plain-list">
            {said.findings.map((finding) => (
              <li key={finding}>{words.finding[finding]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {said.answers.length === 0 ? (
        <p class="quiet">{words.saidNothing}</p>
      ) : (
        <ol class="said">
          {said.answers.map((statement) => (
            <li key={`${statement.seq}-${statement.at}`}>
              <Said statement={statement} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function Said({ statement }: { readonly statement: AgencyStatement }) {
  const agency = useAgency()
  const { text, locale } = agency
  const atMs = statement.at * 1000
  const parts = saidParts(statement.answer, text.answer, {
    day: (day) => formatDay(day, locale),
    field: (code) => fieldName(agency, code),
  })
  return (
    <article class="said-one">
      <p class="said-kind">{text.answer.kind[statement.answer.kind]}</p>
      {parts.facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {parts.words !== "" && (
        <p class="as-written notranslate" dir="auto">
          {parts.words}
        </p>
      )}
      <p class="quiet">
        {text.release.saidBy(
          isolateName(officerName(agency, statement.by)),
          formatDay(dayOf(atMs), locale),
          formatClockTime(atMs, locale),
        )}
      </p>
    </article>
  )
}

function officerName({ session, text }: Agency, keyId: KeyId): string {
  const officers = session.trust.kind === "trusted" ? session.trust.agency.officers : []
  return officers.find((officer) => officer.keyId === keyId)?.alias ?? text.release.formerOfficer
}

function fieldName({ text }: Agency, code: string): string {
  const field = COMPLAINT_FIELDS.find((each) => releaseCode(each) === code)
  return field === undefined ? code : text.fields[field]
}
