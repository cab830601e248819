import { type Card, cardsOf } from "@shn/guidance"
import { LinkCard, Notice, Stack } from "@shn/ui"
import { LawFacts } from "./law-facts.tsx"
import { hrefOf, type Library, notice } from "./library.ts"
import { Sheet } from "./sheet.tsx"

/** One law on a page of its own, with the kinds of harassment it is for. */
export function LawPage({ card, library }: { readonly card: Card<"law">; readonly library: Library }) {
  const { text } = library
  const kinds = cardsOf("type", library.cards).filter((type) => type.meta.laws?.includes(card.id))
  return (
    <Sheet
      library={library}
      title={card.text.title.text}
      cards={[card]}
      isToVerify={card.confidence === "medium"}
    >
      <LawFacts card={card} library={library} />
      <Notice kind="info">
        <p>{notice(library, "notice-not-legal-advice")}</p>
      </Notice>
      {kinds.length > 0 && (
        <section class="learn-part">
          <h2>{text.part.kinds}</h2>
          <ul class="learn-links">
            {kinds.map((type) => (
              <li key={type.id}>
                <a href={hrefOf(library, type)}>{type.text.title.text}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  )
}

/** Every law, with its section. */
export function LawList({ library }: { readonly library: Library }) {
  const { text } = library
  return (
    <Sheet library={library} title={text.place.law} lead={text.note.law}>
      <Notice kind="info">
        <p>{notice(library, "notice-not-legal-advice")}</p>
      </Notice>
      <Stack gap="tight">
        {cardsOf("law", library.cards).map((card) => (
          <LinkCard
            key={card.id}
            href={hrefOf(library, card)}
            title={card.text.title.text}
            note={
              <bdi dir="ltr" lang="en">
                {card.meta.section}
              </bdi>
            }
          />
        ))}
      </Stack>
    </Sheet>
  )
}
