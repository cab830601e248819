import { isIdentityField, releaseCode } from "@shn/domain"
import type { RegistryForm } from "@shn/guidance"
import { useDesk } from "../app/desk-context.tsx"
import { FileLabels } from "./FileLabels.tsx"
import { allLimits, type DraftFacts, formLines } from "./rules.ts"
import { TextThatLeaves } from "./TextThatLeaves.tsx"

/** Everything that would leave if it were put forward now: words, files, and what the agency must not do with them. */
export function WhatLeaves({ facts, form }: { readonly facts: DraftFacts; readonly form: RegistryForm }) {
  const { text } = useDesk()
  const { forward, write, limitCode } = text.complaint
  const { evidence } = facts.copy.draft
  const filled = formLines(facts).filter(({ value }) => value !== "")
  const fields = Object.fromEntries(filled.map(({ key, value }) => [releaseCode(key), value]))
  const hasPerson = facts.copy.identity === "named" && filled.some(({ key }) => isIdentityField(key))
  return (
    <>
      <h3 class="offer-subtitle">{forward.leaves}</h3>
      {hasPerson && <TextThatLeaves fields={fields} form={form} part="person" />}
      <TextThatLeaves fields={fields} form={form} part="rest" />
      <h3 class="offer-subtitle">{evidence.length === 0 ? forward.noFiles : forward.files}</h3>
      <FileLabels labels={evidence.map(({ label }) => label)} />
      <h3 class="offer-subtitle">{write.limits}</h3>
      <ul class="plain-list">
        {allLimits(facts).map((code) => (
          <li key={code}>{limitCode[code]}</li>
        ))}
      </ul>
    </>
  )
}
