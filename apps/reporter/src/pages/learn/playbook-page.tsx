import type { Card } from "@shn/guidance"
import { LinkButton, LinkCard, Notice, Card as Paper, Stack } from "@shn/ui"
import { HotlineList } from "../../hotlines/hotline-list.tsx"
import { pageHref } from "../../locale.ts"
import { Paragraphs, Part } from "./card-parts.tsx"
import { hrefOf, type Library, named, notice, numbersToCall } from "./library.ts"
import { Sheet } from "./sheet.tsx"

/** One situation in a person's own words: a warm sentence, then the steps in order. */
export function PlaybookPage({
  card,
  library,
}: {
  readonly card: Card<"playbook">
  readonly library: Library
}) {
  const { text } = library
  const numbers = numbersToCall(library, card.meta.call)
  return (
    <Sheet
      library={library}
      title={card.text.title.text}
      lead={<Paragraphs lines={card.text.first} text={text} />}
      cards={[card]}
      isToVerify={card.confidence === "medium"}
    >
      <Part title={text.part.steps} lines={card.text.steps} text={text} look="order" />
      {numbers.length > 0 && (
        <section class="learn-part">
          <h2>{text.part.call}</h2>
          <HotlineList hotlines={numbers} text={{ verify: text.foot.verify }} isShort />
        </section>
      )}
      <Part title={text.part.not} lines={card.text.not} text={text} look="stop" />
      <section class="learn-part">
        <h2>{text.part.right}</h2>
        <Stack gap="tight">
          {named(library, "agency", card.meta.doors).map((door) => (
            <LinkCard
              key={door.id}
              href={hrefOf(library, door)}
              title={door.text.title.text}
              note={door.text.for[0]?.text}
            />
          ))}
        </Stack>
      </section>
      <section class="learn-part">
        <h2>{text.part.kinds}</h2>
        <ul class="learn-links">
          {named(library, "type", card.meta.types).map((type) => (
            <li key={type.id}>
              <a href={hrefOf(library, type)}>{type.text.title.text}</a>
            </li>
          ))}
        </ul>
      </section>
      <Notice kind="info">
        <p>{notice(library, "notice-not-legal-advice")}</p>
      </Notice>
      <Paper title={text.part.afterwards} tone="soft">
        <Stack>
          <Paragraphs lines={card.text.next} text={text} />
          <LinkButton href={pageHref(library.locale, "help")} wide>
            {text.go.help}
          </LinkButton>
        </Stack>
      </Paper>
    </Sheet>
  )
}
