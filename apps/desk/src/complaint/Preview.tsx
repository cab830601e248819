import { releaseCode, textLength } from "@shn/domain"
import type { RegistryForm } from "@shn/guidance"
import { Card, formatNumber } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import type { FormLine } from "./rules.ts"
import { TextThatLeaves } from "./TextThatLeaves.tsx"
import { VerifyMark } from "./VerifyMark.tsx"

/** The text as it would leave, while it is being written, with the letters that are left. */
export function Preview(props: {
  readonly form: RegistryForm
  readonly lines: readonly FormLine[]
  readonly limit: number | null
  /** Whether the limit is one of our own list, which is not certain. */
  readonly isLimitUnsure: boolean
}) {
  const { text } = useDesk()
  const { preview } = text.complaint
  const { form, lines } = props
  const filled = lines.filter(({ value, from }) => value !== "" && from !== "person")
  const fields = Object.fromEntries(filled.map(({ key, value }) => [releaseCode(key), value]))
  const story = lines.find(({ key }) => key === "details")?.value ?? ""
  return (
    <Card title={preview.title}>
      <p class="quiet">{preview.hint}</p>
      {props.limit !== null && (
        <p class="letters">
          <LettersLeft story={story} limit={props.limit} /> {props.isLimitUnsure && <VerifyMark />}
        </p>
      )}
      <TextThatLeaves fields={fields} form={form} part="rest" />
    </Card>
  )
}

function LettersLeft({ story, limit }: { readonly story: string; readonly limit: number }) {
  const { text } = useDesk()
  const { write } = text.complaint
  const left = limit - textLength(story).counts
  return (
    <span class={left < 0 ? "counter--over" : undefined}>
      {left < 0
        ? write.lettersOver(formatNumber(-left), formatNumber(limit))
        : write.lettersLeft(formatNumber(left), formatNumber(limit))}
    </span>
  )
}
