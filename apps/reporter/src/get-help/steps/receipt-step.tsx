import { Button, Card, Prose, ReceiptCode, useUi } from "@shn/ui"
import { useState } from "preact/hooks"
import type { HelpRuntime } from "../help-runtime.ts"
import { StepFrame, type StepProps } from "../step-frame.tsx"

/** The code in both faces: words first in English, digits first in Urdu and Roman Urdu. */
export function ReceiptStep(props: StepProps & { readonly runtime: HelpRuntime }) {
  const { text, runtime } = props
  const { locale } = useUi()
  const [face, setFace] = useState<"groups" | "words">(locale === "en" ? "words" : "groups")
  const code = runtime.receipt()
  const other = face === "groups" ? "words" : "groups"
  const labels = { groups: text.receipt.digits, words: text.receipt.words }
  return (
    <StepFrame {...props} title={text.receipt.title} lead={text.receipt.lead} nextLabel={text.receipt.done}>
      <ReceiptCode groups={code[face]} label={labels[face]} />
      <Button kind="quiet" icon="key" onClick={() => setFace(other)}>
        {labels[other]}
      </Button>
      <Card title={text.receipt.keep} tone="soft">
        <Prose>
          <ul>
            <li>{text.receipt.keep1}</li>
            <li>{text.receipt.keep2}</li>
            <li>{text.receipt.keep3}</li>
          </ul>
        </Prose>
      </Card>
    </StepFrame>
  )
}
