import { type Card, cardsOf, evaluate } from "@shn/guidance"
import { Badge, Details, LinkButton, LinkCard, Notice, Card as Paper, Stack } from "@shn/ui"
import { Paragraphs, Part } from "./card-parts.tsx"
import { LawFacts } from "./law-facts.tsx"
import { hrefOf, type Library, named, notice } from "./library.ts"
import { nextHref } from "./next-step.ts"
import { Sheet } from "./sheet.tsx"
import { usualAnswers } from "./usual-answers.ts"

/** One kind of harassment: its signs, how it climbs, what to do, where to go and what the law says. */
export function TypePage({ card, library }: { readonly card: Card<"type">; readonly library: Library }) {
  const { text, locale } = library
  const usual = usualAnswers(library.tables, card)
  const { door, wrongDoors, next } = evaluate(library.tables, library.cards, usual)
  const doors = named(library, "agency", card.meta.doors)
  const isWrong = (id: string) => wrongDoors.some((wrong) => wrong.id === id)
  const right = doors.find((each) => each.id === door.id) ?? doors.find((each) => !isWrong(each.id))
  const laws = named(library, "law", card.meta.laws ?? [])
  const guides = named(library, "playbook", card.meta.guides ?? [])
  return (
    <Sheet
      library={library}
      title={card.text.title.text}
      lead={card.text.what[0]?.text}
      cards={[card, ...laws, ...(right === undefined ? [] : [right])]}
      isToVerify={card.confidence === "medium"}
    >
      {card.text.what.length > 1 && (
        <div class="prose">
          <Paragraphs lines={card.text.what.slice(1)} text={text} />
        </div>
      )}
      <Part title={text.part.signs} lines={card.text.signs} text={text} />
      <Part title={text.part.climbs} lines={card.text.ladder} text={text} look="climb" />
      <Part title={text.part.do} lines={card.text.do} text={text} look="order" />
      <Part title={text.part.not} lines={card.text.not} text={text} look="stop" />
      {guides.length > 0 && (
        <section class="learn-part">
          <h2>{text.part.guides}</h2>
          <Stack gap="tight">
            {guides.map((guide) => (
              <LinkCard
                key={guide.id}
                href={hrefOf(library, guide)}
                title={guide.text.title.text}
                icon="book"
              />
            ))}
          </Stack>
        </section>
      )}
      <section class="learn-part">
        <h2>{text.part.right}</h2>
        {right !== undefined && (
          <LinkCard
            href={hrefOf(library, right)}
            title={right.text.title.text}
            note={(right.id === door.id ? door.why[0] : right.text.for[0])?.text}
            icon="check"
          />
        )}
        {doors.length > 1 && (
          <>
            <h3>{text.part.alsoPlaces}</h3>
            <ul class="learn-links">
              {doors
                .filter((each) => each !== right && !isWrong(each.id))
                .map((each) => (
                  <li key={each.id}>
                    <a href={hrefOf(library, each)}>{each.text.title.text}</a>
                  </li>
                ))}
            </ul>
          </>
        )}
        {wrongDoors.length > 0 && (
          <>
            <h3>{text.part.wrong}</h3>
            <ul class="learn-list learn-list--stop">
              {wrongDoors.map((wrong) => (
                <li key={wrong.id}>
                  <Paragraphs lines={wrong.why} text={text} />
                  {wrong.isToVerify && <Badge tone="warning">{text.foot.verify}</Badge>}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {laws.length > 0 && (
        <section class="learn-part">
          <h2>{text.part.law}</h2>
          {laws.map((law) => (
            <Details key={law.id} summary={law.text.title.text}>
              {law.confidence === "medium" && <Badge tone="warning">{text.foot.verify}</Badge>}
              <LawFacts card={law} library={library} />
            </Details>
          ))}
          <Notice kind="info">
            <p>{notice(library, "notice-not-legal-advice")}</p>
          </Notice>
        </section>
      )}
      <Paper title={text.part.next} tone="soft">
        <Stack>
          <Paragraphs lines={next.why} text={text} />
          <LinkButton href={nextHref(locale, next.id)} wide>
            {text.go[NEXT_WORDS[next.id]]}
          </LinkButton>
        </Stack>
      </Paper>
    </Sheet>
  )
}

const NEXT_WORDS = {
  "danger-now": "danger",
  "get-help": "help",
  "keep-proof": "proof",
  "safety-plan": "plan",
} as const

/** Every kind, as a list. */
export function KindList({ library }: { readonly library: Library }) {
  const { text } = library
  return (
    <Sheet library={library} title={text.place.kinds} lead={text.note.kinds}>
      <Stack gap="tight">
        {cardsOf("type", library.cards).map((card) => (
          <LinkCard
            key={card.id}
            href={hrefOf(library, card)}
            title={card.text.title.text}
            note={card.text.what[0]?.text}
          />
        ))}
      </Stack>
    </Sheet>
  )
}
