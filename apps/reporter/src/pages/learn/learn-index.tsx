import { cardsOf } from "@shn/guidance"
import { LinkCard, PageTitle, Stack } from "@shn/ui"
import { type LearnPlace, learnHref } from "./addresses.ts"
import { KeepOffer } from "./keep-offer.tsx"
import { hrefOf, type Library } from "./library.ts"

/** The first page of the guidance: by what happened, never by what the law calls it. */
export function LearnIndex({ library }: { readonly library: Library }) {
  const { text, locale, cards } = library
  const place = (name: Exclude<LearnPlace, "index">) => (
    <LinkCard key={name} href={learnHref(locale, name)} title={text.place[name]} note={text.note[name]} />
  )
  const links = (kind: "others" | "safety" | "fair") =>
    cardsOf(kind, cards).map((card) => (
      <LinkCard key={card.id} href={hrefOf(library, card)} title={card.text.title.text} />
    ))
  return (
    <Stack gap="wide">
      <PageTitle lead={text.index.lead}>{text.index.title}</PageTitle>
      <Stack gap="tight">
        <LinkCard
          href={learnHref(locale, "check")}
          title={text.place.check}
          note={text.note.check}
          icon="heart"
          tone="primary"
        />
        <LinkCard
          href={learnHref(locale, "search")}
          title={text.place.search}
          note={text.note.search}
          icon="info"
        />
      </Stack>
      <section class="learn-part">
        <h2>{text.index.happened}</h2>
        <Stack gap="tight">
          {cardsOf("playbook", cards).map((card) => (
            <LinkCard key={card.id} href={hrefOf(library, card)} title={card.text.title.text} />
          ))}
        </Stack>
      </section>
      <section class="learn-part">
        <h2>{text.index.named}</h2>
        <ul class="learn-links">
          {cardsOf("type", cards).map((card) => (
            <li key={card.id}>
              <a href={hrefOf(library, card)}>{card.text.title.text}</a>
            </li>
          ))}
        </ul>
        {place("kinds")}
      </section>
      <section class="learn-part">
        <h2>{text.index.act}</h2>
        <Stack gap="tight">
          {(["proof", "plan", "reply", "platforms", "places", "law"] as const).map(place)}
        </Stack>
      </section>
      <section class="learn-part">
        <h2>{text.index.care}</h2>
        <Stack gap="tight">
          {place("coping")}
          {links("others")}
        </Stack>
      </section>
      <section class="learn-part">
        <h2>{text.index.ahead}</h2>
        <Stack gap="tight">
          {links("safety")}
          {place("quiz")}
        </Stack>
      </section>
      <section class="learn-part">
        <h2>{text.index.after}</h2>
        <Stack gap="tight">{links("fair")}</Stack>
      </section>
      <KeepOffer text={text} />
    </Stack>
  )
}
