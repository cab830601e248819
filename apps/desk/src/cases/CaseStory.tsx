import type { Intake } from "@shn/sealed"
import { Card, Code, type Fact, Facts, Notice } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import type { DeskText } from "../text/all.ts"
import { intakeFacts } from "./intake-facts.ts"

/** The person's own account, as written, and how they may be reached. */
export function CaseStory({ intake }: { readonly intake: Intake | null }) {
  const { text } = useDesk()
  const { cases } = text
  if (intake === null) return <Notice kind="warning">{cases.storyAbsent}</Notice>
  return (
    <Card title={cases.story}>
      <blockquote class="sealed-words notranslate" dir="auto">
        {intake.story}
      </blockquote>
      {intake.safeContact !== "" && (
        <>
          <h3 class="offer-subtitle">{cases.contact}</h3>
          <p class="quiet">{cases.contactHint}</p>
          <blockquote class="sealed-words notranslate" dir="auto">
            {intake.safeContact}
          </blockquote>
        </>
      )}
    </Card>
  )
}

/** What the person told in taps, in the words of the desk's language. */
export function CaseAnswers({ intake }: { readonly intake: Intake }) {
  const { text } = useDesk()
  return (
    <Card title={text.cases.answers} level={2}>
      <Facts items={factsOf(intake, text)} />
    </Card>
  )
}

function factsOf(intake: Intake, { cases, words }: DeskText): readonly Fact[] {
  const facts = intakeFacts(intake)
  const danger =
    facts.danger === "some"
      ? facts.trueNow.map((item) => words.laneItem[item]).join(" · ")
      : facts.danger === "none"
        ? cases.answerDangerNone
        : cases.answerDangerUnsaid
  return [
    { term: cases.answerDanger, detail: danger },
    { term: cases.answerAge, detail: words.age[facts.age] },
    ...(facts.act === null ? [] : [{ term: cases.answerWhere, detail: words.act[facts.act] }]),
    ...(facts.province === null
      ? []
      : [{ term: cases.answerProvince, detail: words.province[facts.province] }]),
    ...(facts.channel === null ? [] : [{ term: cases.answerChannel, detail: words.channel[facts.channel] }]),
    ...(facts.isSafeToTalk === null
      ? []
      : [{ term: cases.answerSafe, detail: facts.isSafeToTalk ? cases.answerSafeYes : cases.answerSafeNo }]),
    ...(facts.about === ""
      ? []
      : [
          {
            term: cases.answerAbout,
            detail: (
              <span class="as-written notranslate" dir="auto">
                {facts.about}
              </span>
            ),
          },
        ]),
    ...facts.others.map(({ question, answer }) => ({
      term: <Code>{question}</Code>,
      detail: <bdi>{answer}</bdi>,
    })),
  ]
}
