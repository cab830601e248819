import type { FilingRecord } from "@shn/domain"
import { Code } from "../components/code.tsx"
import { Facts } from "../components/facts.tsx"
import type { FilingText } from "../text/filing/area.ts"
import { formatDay } from "../text/format.ts"
import { useUi } from "../ui-context.tsx"

export type FiledListProps = {
  readonly text: FilingText
  readonly records: readonly {
    readonly id: string
    readonly record: FilingRecord
    /** As this screen names the office, and whoever handed it in. */
    readonly agency: string
    readonly by: string
  }[]
}

/** What was handed in by hand, the newest last. */
export function FiledList({ records, text }: FiledListProps) {
  const { locale } = useUi()
  const words = text.filed
  return (
    <ul class="filing-lines">
      {records.map(({ id, record, agency, by }) => (
        <li class="filing-line" key={id}>
          <Facts
            items={[
              { term: words.agency, detail: agency },
              { term: words.day, detail: formatDay(record.filedOn, locale) },
              { term: words.way, detail: text.record.ways[record.way] },
              {
                term: words.reference,
                detail: record.reference === "" ? words.noReference : <Code>{record.reference}</Code>,
              },
              { term: words.by, detail: by },
            ]}
          />
        </li>
      ))}
    </ul>
  )
}
