import type { View } from "@shn/consent"
import { COMPLAINT_FIELDS, releaseCode } from "@shn/domain"
import { Button, Card, StatusLine } from "@shn/ui"
import { useState } from "preact/hooks"
import { useAgency } from "../app/agency-context.tsx"

/** What the person released, field by field in one fixed order, each to be copied into the agency's own form. */
export function ComplaintCard({ fields }: { readonly fields: View }) {
  const { text } = useAgency()
  const words = text.release
  const [news, setNews] = useState<{ readonly tone: "success" | "warning"; readonly text: string } | null>(
    null,
  )
  const copy = async (value: string, name: string) => {
    try {
      await navigator.clipboard.writeText(value)
      setNews({ tone: "success", text: words.copied(name) })
    } catch {
      setNews({ tone: "warning", text: words.notCopied })
    }
  }
  const shown = COMPLAINT_FIELDS.flatMap((field) => {
    const value = fields[releaseCode(field)]
    return value === undefined ? [] : [{ field, value, name: text.fields[field] }]
  })
  return (
    <Card title={words.complaintTitle}>
      <p class="quiet">{words.alleged}</p>
      <dl class="complaint">
        {shown.map(({ field, value, name }) => (
          <div key={field} class="complaint-field">
            <dt>{name}</dt>
            <dd>
              <p class="sealed-words notranslate" dir="auto">
                {value}
              </p>
              <Button kind="link" label={words.copy(name)} onClick={() => void copy(value, name)}>
                {text.common.copy}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <StatusLine tone={news?.tone ?? "quiet"}>{news?.text ?? ""}</StatusLine>
    </Card>
  )
}
