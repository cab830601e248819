import { cardsOf } from "@shn/guidance"
import { Card, Details, Stack } from "@shn/ui"
import { Paragraphs, Points } from "./card-parts.tsx"
import { hrefOf, type Library, named } from "./library.ts"
import { Sheet } from "./sheet.tsx"

/** Early signs and questions to think about. Nothing is tapped, counted or kept: the answer is folded away. */
export function QuizPage({ library }: { readonly library: Library }) {
  const { text } = library
  const signs = cardsOf("sign", library.cards)
  const questions = cardsOf("quiz", library.cards)
  return (
    <Sheet library={library} title={text.place.quiz} lead={text.note.quiz} cards={[...signs, ...questions]}>
      <section class="learn-part">
        <h2>{text.part.cards}</h2>
        <Stack>
          {signs.map((sign) => (
            <div key={sign.id} id={sign.id}>
              <Card title={sign.text.title.text} level={3}>
                <div class="learn-part">
                  <h4>{text.part.may}</h4>
                  <Paragraphs lines={sign.text.may_mean} text={text} />
                  <h4>{text.part.try}</h4>
                  <Paragraphs lines={sign.text.do} text={text} />
                  {named(library, "type", sign.meta.type).map((type) => (
                    <p key={type.id}>
                      <a href={hrefOf(library, type)}>{type.text.title.text}</a>
                    </p>
                  ))}
                </div>
              </Card>
            </div>
          ))}
        </Stack>
      </section>
      <section class="learn-part">
        <h2>{text.part.questions}</h2>
        <Stack>
          {questions.map((question) => (
            <div key={question.id} id={question.id}>
              <Card title={question.text.title.text} level={3} tone="soft">
                <Points lines={question.text.options} text={text} />
                <Details summary={text.part.answer}>
                  <p>
                    <strong>{question.text.options[Number(question.meta.right) - 1]?.text}</strong>
                  </p>
                  <Paragraphs lines={question.text.answer} text={text} />
                </Details>
              </Card>
            </div>
          ))}
        </Stack>
      </section>
    </Sheet>
  )
}
