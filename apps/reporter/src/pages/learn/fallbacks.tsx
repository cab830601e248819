import { cardsOf } from "@shn/guidance"
import { Notice, Stack } from "@shn/ui"
import { Paragraphs, Points } from "./card-parts.tsx"
import { ISLAND_ID } from "./island-place.ts"
import { hrefOf, type Library, notice } from "./library.ts"
import { Sheet } from "./sheet.tsx"

/** "Is this harassment?" without scripts: the kinds, to choose from by eye. */
export function CheckPage({ library }: { readonly library: Library }) {
  const { text, cards } = library
  return (
    <Sheet library={library} title={text.place.check} lead={text.note.check} hasTools={false}>
      <div id={ISLAND_ID}>
        <Stack>
          <p>{text.plain.check}</p>
          <ul class="learn-links">
            {cardsOf("type", cards).map((card) => (
              <li key={card.id}>
                <a href={hrefOf(library, card)}>{card.text.title.text}</a>
              </li>
            ))}
          </ul>
        </Stack>
      </div>
    </Sheet>
  )
}

/** "Should I answer?" without scripts: every point that must be safe, what a message sounds like, what comes after. */
export function ReplyPage({ library }: { readonly library: Library }) {
  const { text, cards } = library
  const [after, first] = cardsOf("advice", cards)
  const gates = cardsOf("gate", cards)
  const replies = cardsOf("reply", cards)
  return (
    <Sheet
      library={library}
      title={text.place.reply}
      lead={text.note.reply}
      hasTools={false}
      cards={[...gates, ...replies]}
    >
      {first !== undefined && (
        <section class="learn-part" id={first.id}>
          <h2>{first.text.title.text}</h2>
          <Points lines={first.text.points} text={text} />
        </section>
      )}
      <div id={ISLAND_ID}>
        <Stack gap="wide">
          <p>{text.plain.reply}</p>
          <ul class="learn-list learn-list--stop">
            {gates.map((gate) => (
              <li key={gate.id}>
                <strong>{gate.text.title.text}</strong>
                <Paragraphs lines={gate.text.why} text={text} />
              </li>
            ))}
          </ul>
          <section class="learn-part">
            <h2>{text.plain.samples}</h2>
            <Notice kind="warning" title={notice(library, "notice-reply-not-reviewed")}>
              <p>{notice(library, "notice-not-legal-advice")}</p>
            </Notice>
            {replies.map((reply) => (
              <div key={reply.id} class="learn-part">
                <h3>{reply.text.title.text}</h3>
                <p class="learn-message">
                  {reply.text.message
                    .map((line) => line.text)
                    .join(" ")
                    .replace("{authority}", notice(library, "authority-committee"))}
                </p>
              </div>
            ))}
          </section>
          {after !== undefined && (
            <section class="learn-part" id={after.id}>
              <h2>{after.text.title.text}</h2>
              <Points lines={after.text.points} text={text} />
            </section>
          )}
        </Stack>
      </div>
    </Sheet>
  )
}

const FOUND = ["playbook", "type", "law", "agency", "others", "safety", "fair"] as const

/** The search without scripts: everything there is, in order. */
export function SearchPage({ library }: { readonly library: Library }) {
  const { text, cards } = library
  return (
    <Sheet library={library} title={text.place.search} lead={text.note.search} hasTools={false}>
      <div id={ISLAND_ID}>
        <p>{text.plain.search}</p>
        <ul class="learn-links">
          {FOUND.flatMap((kind) =>
            cardsOf(kind, cards).map((card) => (
              <li key={card.id}>
                <a href={hrefOf(library, card)}>{card.text.title.text}</a>
              </li>
            )),
          )}
        </ul>
      </div>
    </Sheet>
  )
}
