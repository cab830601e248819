import type { ComplaintFinding } from "@shn/domain"
import type { RegistryForm } from "@shn/guidance"
import { Button, Card, Notice } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { goToPlace } from "./Part.tsx"
import { ofKind } from "./rules.ts"
import { askOf, findingWords, placeOfFinding } from "./words.ts"

/** Everything that is still wrong, at one look: what stops it, what to look at again, what to verify. */
export function CheckSummary(props: {
  readonly form: RegistryForm
  readonly findings: readonly ComplaintFinding[]
}) {
  const { text } = useDesk()
  const { check } = text.complaint
  const { form, findings } = props
  const stops = ofKind(findings, "stop")
  const warns = ofKind(findings, "warn")
  const verifies = ofKind(findings, "verify")
  const unsure = verifies.flatMap(({ field }) => (field === undefined ? [] : [askOf(form, field)]))
  return (
    <Card title={check.title}>
      {stops.length === 0 ? (
        <Notice kind="success">{check.fine}</Notice>
      ) : (
        <>
          <p role="status">{check.stops(stops.length)}</p>
          <FindingLinks form={form} findings={stops} />
        </>
      )}
      {warns.length > 0 && (
        <>
          <p>{check.warns}</p>
          <FindingLinks form={form} findings={warns} />
        </>
      )}
      {verifies.length > 0 && (
        <>
          <p>{check.verifies}</p>
          <ul class="plain-list">
            {unsure.length > 0 && <li>{check.verifyFields(unsure.join(" · "))}</li>}
            {verifies
              .filter(({ field }) => field === undefined)
              .map((finding) => (
                <li key={finding.code}>{findingWords(text, form, finding)}</li>
              ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function FindingLinks(props: {
  readonly form: RegistryForm
  readonly findings: readonly ComplaintFinding[]
}) {
  const { text } = useDesk()
  return (
    <ul class="plain-list finding-links">
      {props.findings.map((finding, at) => {
        const words = findingWords(text, props.form, finding)
        return (
          <li key={`${at} ${finding.code}`}>
            <Button
              kind="link"
              label={text.complaint.check.goThere(words)}
              onClick={() => goToPlace(placeOfFinding(finding))}
            >
              {words}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
