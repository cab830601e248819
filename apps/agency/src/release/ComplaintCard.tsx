import type { View } from "@shn/consent"
import { COMPLAINT_FIELDS, type ComplaintField, releaseCode } from "@shn/domain"
import { Button, Card, StatusLine } from "@shn/ui"
import { useState } from "preact/hooks"
import { useAgency } from "../app/agency-context.tsx"

/** What the person released, field by field in one fixed order, each to be copied into the agency's own form. */
export function ComplaintCard({ fields }: { readonly fields: View }) {
  const { text } = useAgency()
  const words = text.release
  const shown = COMPLAINT_FIELDS.flatMap((field) => {
    const value = fields[releaseCode(field)]
    return value === undefined ? [] : [{ field, value }]
  })
  return (
    <Card title={words.complaintTitle}>
      <p class="quiet">{words.alleged}</p>
      <dl class="complaint">
        {shown.map(({ field, value }) => (
          <Field key={field} field={field} value={value} />
        ))}
      </dl>
    </Card>
  )
}

function Field({ field, value }: { readonly field: ComplaintField; readonly value: string }) {
  const { text } = useAgency()
  const words = text.release
  const name = text.fields[field]
  const [isCopied, setIsCopied] = useState<boolean | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setIsCopied(true)
    } catch {
      setIsCopied(false)
    }
  }
  return (
    <div class="complaint-field">
      <dt>{name}</dt>
      <dd>
        <Words of={value} />
        <div class="complaint-copy">
          <Button kind="link" label={words.copy(name)} onClick={() => void copy()}>
            {text.common.copy}
          </Button>
          <StatusLine tone={isCopied === true ? "success" : "warning"}>
            {isCopied === null ? "" : isCopied ? words.copied(name) : words.notCopied}
          </StatusLine>
        </div>
      </dd>
    </div>
  )
}

/** One line stands where the page's lines begin, whichever way it runs; longer writing runs and stands as its own letters do. */
function Words({ of }: { readonly of: string }) {
  return of.includes("\n") ? (
    <p class="sealed-words notranslate" dir="auto">
      {of}
    </p>
  ) : (
    <p class="sealed-words sealed-words--line notranslate">
      <bdi>{of}</bdi>
    </p>
  )
}
