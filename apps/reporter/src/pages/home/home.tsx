import type { Locale } from "@shn/domain"
import { Card, Hero, LinkCard, Prose, Stack } from "@shn/ui"
import { pageHref } from "../../locale.ts"
import type { PagesText } from "../../text/pages/area.ts"
import { learnHref } from "../learn/addresses.ts"

/** The first page: one sentence of comfort, three doors, and what we promise. Needs no script. */
export function Home(props: {
  readonly locale: Locale
  readonly text: PagesText["home"]
  /** What the guidance is called. */
  readonly learn: string
}) {
  const { locale, text, learn } = props
  const how = [
    [text.how1, text.how1text],
    [text.how2, text.how2text],
    [text.how3, text.how3text],
  ] as const
  return (
    <Stack gap="wide">
      <Hero title={text.title} lead={text.lead} />
      <Stack gap="tight">
        <LinkCard
          href={pageHref(locale, "help")}
          title={text.start}
          note={text.startHint}
          icon="message"
          tone="primary"
        />
        <LinkCard href={pageHref(locale, "back")} title={text.comeBack} note={text.comeBackHint} icon="key" />
        <LinkCard href={learnHref(locale, "index")} title={learn} note={text.learnHint} icon="book" />
        <LinkCard
          href={pageHref(locale, "danger")}
          title={text.danger}
          note={text.dangerHint}
          icon="phone"
          tone="danger"
        />
      </Stack>
      <section class="how">
        <h2>{text.howTitle}</h2>
        <ol class="how-steps">
          {how.map(([title, note]) => (
            <li key={title} class="how-step">
              <h3>{title}</h3>
              <p>{note}</p>
            </li>
          ))}
        </ol>
      </section>
      <Card title={text.promiseTitle} tone="soft">
        <Prose>
          <ul>
            <li>{text.promise1}</li>
            <li>{text.promise2}</li>
            <li>{text.promise3}</li>
            <li>{text.promise4}</li>
          </ul>
          <p>
            <a href={pageHref(locale, "privacy")}>{text.privacyLink}</a>
          </p>
        </Prose>
      </Card>
    </Stack>
  )
}
