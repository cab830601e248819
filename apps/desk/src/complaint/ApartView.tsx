import type { ComplaintDraft } from "@shn/domain"
import { Card } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { forTheEye } from "./for-the-eye.ts"

/** Facts and beliefs beside each other, and what speaks against: whether they are kept apart is seen here at one look. */
export function ApartView({ draft }: { readonly draft: ComplaintDraft }) {
  const { text } = useDesk()
  const { look } = text.complaint
  const { against } = draft
  return (
    <div class="apart">
      <Card title={look.facts}>
        <Lines entries={draft.facts} />
      </Card>
      <Card title={look.beliefs} tone="soft">
        <Lines entries={draft.beliefs} />
      </Card>
      <Card title={look.against}>
        {against.state === "said" ? <Lines entries={[against.text]} /> : <p>{look.againstNone}</p>}
      </Card>
    </div>
  )
}

function Lines({ entries }: { readonly entries: readonly string[] }) {
  const { text } = useDesk()
  const filled = entries.filter((entry) => entry.trim() !== "")
  if (filled.length === 0) return <p class="quiet">{text.complaint.look.nothing}</p>
  return (
    <ol class="entry-list">
      {filled.map((entry, at) => (
        <li key={`${at}`}>
          <span class="as-written notranslate" dir="auto">
            {forTheEye(entry)}
          </span>
        </li>
      ))}
    </ol>
  )
}
