import { Notice } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"

/** Why a report without a name cannot go to this agency, and what else can be done. */
export function NameNeeded({ isBoundAnonymous }: { readonly isBoundAnonymous: boolean }) {
  const { text } = useDesk()
  const { nameNeeded } = text.complaint
  return (
    <Notice kind="warning" title={nameNeeded.title} live="polite">
      <p>{nameNeeded.why}</p>
      {isBoundAnonymous && <p>{nameNeeded.boundary}</p>}
      <p>{nameNeeded.whatElse}</p>
      <ul class="plain-list">
        {!isBoundAnonymous && <li>{nameNeeded.ask}</li>}
        <li>{nameNeeded.elsewhere}</li>
        <li>{nameNeeded.wait}</li>
      </ul>
    </Notice>
  )
}
