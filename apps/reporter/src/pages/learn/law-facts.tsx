import type { Card, Line } from "@shn/guidance"
import { Facts } from "@shn/ui"
import { Paragraphs } from "./card-parts.tsx"
import type { Library } from "./library.ts"

/** One law: what it says, what it brings, who may complain, where, until when, and honestly what to expect. */
export function LawFacts({ card, library }: { readonly card: Card<"law">; readonly library: Library }) {
  const { text } = library
  const row = (term: string, lines: readonly Line[] | undefined) =>
    lines === undefined ? [] : [{ term, detail: <Paragraphs lines={lines} text={text} /> }]
  return (
    <Facts
      items={[
        {
          term: text.law.section,
          detail: (
            <bdi dir="ltr" lang="en">
              {card.meta.section}
            </bdi>
          ),
        },
        ...row(text.law.plain, card.text.plain),
        ...row(text.law.punishment, card.text.punishment),
        ...row(text.law.who, card.text.who),
        ...row(text.law.forum, card.text.forum),
        ...row(text.law.time, card.text.time),
        ...row(text.law.odds, card.text.odds),
        ...row(text.law.contested, card.text.contested),
      ]}
    />
  )
}
