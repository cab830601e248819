import { type Card, cardsOf } from "@shn/guidance"
import { Details, LinkCard, Notice, Stack } from "@shn/ui"
import { HotlineList } from "../../hotlines/hotline-list.tsx"
import { Paragraphs, Part, Said } from "./card-parts.tsx"
import { hrefOf, type Library, notice, numbersToCall, writtenDay } from "./library.ts"
import { Sheet } from "./sheet.tsx"

/** One office, agency or service: what it is for, how to reach it, and honestly what to expect. */
export function DoorPage({ card, library }: { readonly card: Card<"agency">; readonly library: Library }) {
  const { text } = library
  const { meta } = card
  const forms = cardsOf("form", library.cards).filter((form) => form.meta.agency.includes(card.id))
  const numbers = numbersToCall(library, meta.call)
  return (
    <Sheet
      library={library}
      title={card.text.title.text}
      cards={[card, ...forms]}
      isToVerify={card.confidence === "medium"}
    >
      {meta.until_day !== undefined && (
        <Notice kind="warning">
          <p>{text.door.until(writtenDay(library, meta.until_day))}</p>
        </Notice>
      )}
      <Part title={text.door.for} lines={card.text.for} text={text} />
      <section class="learn-part">
        <h2>{text.door.how}</h2>
        <Paragraphs lines={card.text.how} text={text} />
        <HotlineList hotlines={numbers} text={{ verify: text.foot.verify }} isShort />
        {meta.web !== undefined && <Address term={text.door.web} value={meta.web} />}
        {meta.mail !== undefined && <Address term={text.door.mail} value={meta.mail} />}
        {meta.anonymous === "no" && meta.until_day === undefined && <p>{text.door.anonymousNo}</p>}
        {meta.anonymous === "yes" && <p>{text.door.anonymousYes}</p>}
      </section>
      <Part title={text.door.honest} lines={card.text.honest} text={text} />
      {forms.map((form) => (
        <section key={form.id} class="learn-part">
          <h2>{text.door.form}</h2>
          <FormAsks form={form} library={library} />
        </section>
      ))}
      <Notice kind="info">
        <p>{notice(library, "notice-not-legal-advice")}</p>
      </Notice>
    </Sheet>
  )
}

/** What the agency's own form asks, so that it can be prepared in peace. */
export function FormPage({ card, library }: { readonly card: Card<"form">; readonly library: Library }) {
  return (
    <Sheet
      library={library}
      title={card.text.title.text}
      cards={[card]}
      isToVerify={card.confidence === "medium"}
    >
      <FormAsks form={card} library={library} />
    </Sheet>
  )
}

function FormAsks({ form, library }: { readonly form: Card<"form">; readonly library: Library }) {
  const { text } = library
  return (
    <>
      <Paragraphs lines={form.text.intro} text={text} />
      <ul class="learn-list learn-list--points">
        {form.text.ask.map((line, at) => (
          <li key={line.text}>
            <Said
              line={
                form.meta.keys[at]?.endsWith("!") === true
                  ? { ...line, text: `${line.text} (${text.door.needed})` }
                  : line
              }
              text={text}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Every office, agency and service. Those that are no longer responsible come last, folded away. */
export function DoorList({ library }: { readonly library: Library }) {
  const { text } = library
  const all = cardsOf("agency", library.cards)
  const former = all.filter((card) => card.meta.until_day !== undefined)
  const link = (card: Card<"agency">) => (
    <LinkCard
      key={card.id}
      href={hrefOf(library, card)}
      title={card.text.title.text}
      note={card.text.for[0]?.text}
    />
  )
  return (
    <Sheet library={library} title={text.place.places} lead={text.note.places}>
      <Stack gap="tight">{all.filter((card) => !former.includes(card)).map(link)}</Stack>
      <Stack gap="tight">
        {cardsOf("form", library.cards).map((form) => (
          <LinkCard key={form.id} href={hrefOf(library, form)} title={form.text.title.text} />
        ))}
      </Stack>
      <Details summary={text.part.wrong}>
        <Stack gap="tight">{former.map(link)}</Stack>
      </Details>
    </Sheet>
  )
}

function Address({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <p>
      {term}:{" "}
      <bdi dir="ltr" lang="en" class="code">
        {value}
      </bdi>
    </p>
  )
}
