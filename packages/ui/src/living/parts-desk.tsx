import { useState } from "preact/hooks"
import { Button } from "../components/button.tsx"
import { CardTable } from "../components/card-table.tsx"
import { ClockBadge, LaneBadge } from "../components/clock-badge.tsx"
import { Dialog } from "../components/dialog.tsx"
import { NavTabs } from "../components/nav-tabs.tsx"
import type { LivingText } from "../text/living/area.ts"

type PartText = { readonly text: LivingText }

type DeskRow = {
  readonly id: string
  readonly need: string
  readonly lane: "P0" | "P1"
  readonly words: string
  readonly language: string
  readonly minutesLeft: number
}

export function DeskPart({ text }: PartText) {
  const [asking, setAsking] = useState(false)
  const words = text.desk
  return (
    <div class="stack">
      <NavTabs
        label={words.tabs}
        current="offers"
        tabs={[
          { key: "offers", href: "#", label: words.offers, count: 2 },
          { key: "cases", href: "#", label: words.cases },
          { key: "people", href: "#", label: words.people },
        ]}
      />
      <DeskTable text={text} />
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {words.open}
      </Button>
      <Dialog
        title={words.dialog}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="danger" onClick={() => setAsking(false)}>
              {text.buttons.danger}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {words.keep}
            </Button>
          </>
        }
      >
        <p>{words.dialogText}</p>
      </Dialog>
    </div>
  )
}

/** A list of cases: cards in a narrow place, a table in a wide one. */
export function DeskTable({ text }: PartText) {
  const words = text.desk
  const rows: readonly DeskRow[] = [
    { id: "a", need: words.mind, lane: "P0", words: words.now, language: words.pashto, minutesLeft: -4 },
    { id: "b", need: words.law, lane: "P1", words: words.soon, language: words.urdu, minutesLeft: 95 },
  ]
  return (
    <CardTable
      caption={words.caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "need", header: words.need, cell: (row) => row.need },
        {
          key: "lane",
          header: words.lane,
          cell: (row) => <LaneBadge lane={row.lane}>{row.words}</LaneBadge>,
        },
        { key: "language", header: words.language, cell: (row) => row.language },
        {
          key: "clock",
          header: words.clock,
          cell: (row) => <ClockBadge minutesLeft={row.minutesLeft} minutesGiven={120} />,
        },
      ]}
    />
  )
}
