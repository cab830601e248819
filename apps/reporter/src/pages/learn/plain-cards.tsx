import { type Card, cardsOf, type Kind, type Line } from "@shn/guidance"
import { HotlineList } from "../../hotlines/hotline-list.tsx"
import { Paragraphs, Part, Points } from "./card-parts.tsx"
import { type Library, numbersToCall } from "./library.ts"
import { Sheet } from "./sheet.tsx"

type Simple = Card<"others" | "safety" | "fair" | "coping" | "evidence" | "platform" | "plan">

/** A card that is a short introduction and points, on a page of its own. */
export function SimplePage({ card, library }: { readonly card: Simple; readonly library: Library }) {
  const { text } = library
  const { intro, points, not } = fieldsOf(card)
  return (
    <Sheet
      library={library}
      title={card.text.title.text}
      lead={intro.length > 0 ? <Paragraphs lines={intro} text={text} /> : undefined}
      cards={[card]}
      isToVerify={card.confidence === "medium"}
    >
      <Points lines={points} text={text} />
      <Calls card={card} library={library} />
      <Part title={text.part.not} lines={not} text={text} look="stop" />
    </Sheet>
  )
}

/** All cards of one kind under each other, each a place of its own on the page. */
export function ManyPage<K extends Simple["kind"]>(props: {
  readonly library: Library
  readonly kind: K & Kind
  readonly title: string
  readonly lead: string
  /** Boxes to tick with a pencil. */
  readonly isChecklist?: boolean
}) {
  const { library } = props
  const { text } = library
  const cards: readonly Simple[] = cardsOf<Simple["kind"]>(props.kind, library.cards)
  return (
    <Sheet library={library} title={props.title} lead={props.lead} cards={cards}>
      {cards.length > 3 && (
        <ul class="learn-links learn-screen-only">
          {cards.map((card) => (
            <li key={card.id}>
              <a href={`#${card.id}`}>{card.text.title.text}</a>
            </li>
          ))}
        </ul>
      )}
      {cards.map((card) => {
        const { intro, points, not } = fieldsOf(card)
        return (
          <section
            key={card.id}
            id={card.id}
            class={props.isChecklist === true ? "learn-part learn-checklist" : "learn-part"}
          >
            <h2>{card.text.title.text}</h2>
            <Paragraphs lines={intro} text={text} />
            <Points lines={points} text={text} />
            {not.length > 0 && (
              <>
                <h3>{text.part.not}</h3>
                <Points lines={not} text={text} look="stop" />
              </>
            )}
            {"web" in card.meta && card.meta.web !== undefined && (
              <p>
                {text.door.web}:{" "}
                <bdi dir="ltr" lang="en" class="code">
                  {card.meta.web}
                </bdi>
              </p>
            )}
            <Calls card={card} library={library} />
          </section>
        )
      })}
    </Sheet>
  )
}

function Calls({ card, library }: { readonly card: Simple; readonly library: Library }) {
  const numbers = numbersToCall(library, "call" in card.meta ? card.meta.call : undefined)
  if (numbers.length === 0) return null
  return <HotlineList hotlines={numbers} text={{ verify: library.text.foot.verify }} isShort />
}

type Fields = {
  readonly intro: readonly Line[]
  readonly points: readonly Line[]
  readonly not: readonly Line[]
}

function fieldsOf({ text }: Simple): Fields {
  return {
    intro: "intro" in text ? (text.intro ?? []) : [],
    points: text.points,
    not: "not" in text ? (text.not ?? []) : [],
  }
}
