import { Details } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import type { OneHandOver } from "./one-hand-over.ts"

/** The consent's own text, as the person signed it, and how many times it is for. */
export function WhatLeaves({ papers, view }: Pick<OneHandOver, "papers" | "view">) {
  const { handOver } = useDesk().text
  const { consent } = papers
  return (
    <>
      {consent.uses > 1 && <p class="quiet">{handOver.plan.use(String(view.use), String(consent.uses))}</p>}
      <p class="quiet">{handOver.plan.files(String(consent.evidence.length))}</p>
      <Details summary={handOver.plan.title}>
        <p class="sealed-words notranslate" dir="auto">
          {consent.text}
        </p>
      </Details>
    </>
  )
}
