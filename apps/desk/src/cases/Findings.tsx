import type { Finding, FindingCode } from "@shn/sealed"
import { Code, Details, Notice } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"

/** Everything on a case that is not as it should be: said, never hidden. Nothing when all is sound. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { text } = useDesk()
  if (findings.length === 0) return null
  const codes = [...new Set(findings.map((finding) => finding.code))]
  return (
    <Notice kind="warning" title={text.cases.warningsTitle} live="polite">
      <ul class="plain-list">
        {codes.map((code) => (
          <li key={code}>{text.problems.finding[code]}</li>
        ))}
      </ul>
      <p>{text.cases.warningsHint}</p>
      <Details summary={text.cases.details}>
        <ul class="plain-list">
          {findings.map((finding, at) => (
            <li key={`${at} ${finding.code}`}>
              <Code>{technical(finding)}</Code>
            </li>
          ))}
        </ul>
      </Details>
    </Notice>
  )
}

function technical({ code, entry, keyId, msgId, hash }: Finding): string {
  const parts: readonly (FindingCode | string | undefined)[] = [
    code,
    entry === undefined ? undefined : `entry ${entry}`,
    keyId,
    msgId,
    hash,
  ]
  return parts.filter((part) => part !== undefined).join(" · ")
}
