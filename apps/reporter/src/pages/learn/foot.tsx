import type { Card } from "@shn/guidance"
import { Details } from "@shn/ui"
import { type Library, notice, writtenDay } from "./library.ts"

/** Where a page's facts come from, how old they are and who looked at them. */
export function Foot({ library, cards }: { readonly library: Library; readonly cards: readonly Card[] }) {
  const { foot } = library.text
  const ids = [...new Set(cards.flatMap((card) => card.sources))]
  const oldest = cards.map((card) => card.checkedOn).sort()[0] ?? ""
  const due = cards.map((card) => card.expiresOn).sort()[0] ?? ""
  const reviewers = [...new Set(cards.flatMap((card) => card.reviewer ?? []))]
  return (
    <footer class="learn-foot">
      {cards.some((card) => card.confidence === "medium") && <p>{notice(library, "notice-verify")}</p>}
      {cards.some((card) => card.reviewer === null) && <p>{notice(library, "notice-not-reviewed")}</p>}
      {reviewers.map((name) => (
        <p key={name}>{foot.reviewed(name)}</p>
      ))}
      <p>{foot.checked(writtenDay(library, oldest))}</p>
      <p>{foot.due(writtenDay(library, due))}</p>
      <Details summary={foot.title}>
        <ul lang="en" dir="ltr">
          {ids.map((id) => (
            <li key={id}>
              {library.sources.get(id)?.what ?? id} ({id}, {library.sources.get(id)?.seen})
            </li>
          ))}
        </ul>
      </Details>
    </footer>
  )
}
