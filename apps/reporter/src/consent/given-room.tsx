import type { AnswerChain } from "@shn/consent"
import { dayOf, type Locale } from "@shn/domain"
import { Button, Card, Details, FailedState, formatDay, Notice, Stack, StatusLine, useUi } from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import type { ConsentText } from "../text/consent/area.ts"
import { sayAnswer } from "./answer-sentences.ts"
import { answersTo, canBeTakenBack, type Given, stageShown } from "./given.ts"
import { Typed } from "./leaving-words.tsx"
import { officeName, officerName } from "./names.ts"
import { PaperLines } from "./paper-lines.tsx"
import type { Papers } from "./papers.ts"
import { Room } from "./room.tsx"
import { refusalOf, stageSentence, viewsByDay } from "./stage-sentence.ts"
import { TakeBackView } from "./take-back-view.tsx"

export type GivenRoomProps = {
  readonly given: Given
  readonly papers: Papers
  readonly text: ConsentText
  readonly busy: boolean
  readonly error: string | null
  readonly done: string
  readonly onTakeBack: () => void
  /** Sends once more what did not arrive. */
  readonly onSend: () => void
  readonly onBack: () => void
}

/** Something that was signed: where it stands, who has looked, what the office answers, what was signed, and the way back. */
export function GivenRoom(props: GivenRoomProps) {
  const { given, papers, text } = props
  const { locale } = useUi()
  const [isAsked, setAsked] = useState(false)
  const { directory } = papers.hold.state
  const office = officeName(directory, given.consent.to.id, locale, text)
  const [chain, setChain] = useState<AnswerChain | null>(null)
  useEffect(() => {
    void answersTo(given, papers.hold).then(setChain)
  }, [given])
  const shown = { ...given, stage: stageShown(given.stage, chain) }
  const refusal = refusalOf(papers.refusals.get(given.said.msgId), text.given.refused)
  return (
    <Room title={text.given.title(office)} back={{ label: text.act.list, onBack: props.onBack }}>
      <StatusLine tone="success">{props.done}</StatusLine>
      <Stack gap="tight">
        <p>{text.given.signedOn(formatDay(dayOf(given.consent.at * 1000), locale))}</p>
        <p>
          <strong>{refusal ?? stageSentence(shown, text.given, locale)}</strong>
        </p>
      </Stack>
      {given.stage === "unsent" && refusal === null && (
        <Button wide busy={props.busy} onClick={props.onSend}>
          {text.act.send}
        </Button>
      )}
      {props.error !== null && <FailedState sentence={props.error} />}
      <Views {...props} />
      {given.server !== undefined && chain !== null && <Answers {...props} chain={chain} />}
      {canBeTakenBack(given.stage) &&
        (isAsked ? (
          <TakeBackView
            title={text.takeBack.title}
            stages={[given.stage]}
            text={text.takeBack}
            busy={props.busy}
            onYes={props.onTakeBack}
            onNo={() => setAsked(false)}
          />
        ) : (
          <Button kind="quiet" wide onClick={() => setAsked(true)}>
            {text.takeBack.button}
          </Button>
        ))}
      <Details summary={text.given.copy}>
        <PaperLines text={given.consent.text} />
      </Details>
    </Room>
  )
}

function Views({ given, papers, text }: GivenRoomProps) {
  const { locale } = useUi()
  const views = viewsByDay(given.server?.views ?? [])
  if (views.length === 0) return null
  return (
    <Card title={text.given.views} level={3} tone="soft">
      {views.map(({ keyId, day }) => (
        <p key={`${keyId}${day}`}>
          {text.given.view(officerName(papers.hold.state.directory, keyId, text), formatDay(day, locale))}
        </p>
      ))}
    </Card>
  )
}

function Answers({ text, chain }: GivenRoomProps & { readonly chain: AnswerChain }) {
  const { locale } = useUi()
  return (
    <Card title={text.given.answers} level={3}>
      {chain.findings.length > 0 && (
        <Notice kind="warning" live="polite">
          {chain.findings.map((finding) => (
            <p key={finding}>{text.finding[finding]}</p>
          ))}
          <p>{text.finding.advice}</p>
        </Notice>
      )}
      {chain.answers.length === 0 && <p>{text.given.noAnswer}</p>}
      {chain.answers.map((statement) => (
        <Answer key={`${statement.seq}${statement.by}`} statement={statement} text={text} locale={locale} />
      ))}
    </Card>
  )
}

function Answer(props: {
  readonly statement: AnswerChain["answers"][number]
  readonly text: ConsentText
  readonly locale: Locale
}) {
  const { statement, text, locale } = props
  const { sentences, words } = sayAnswer(statement, text, locale)
  return (
    <Stack gap="tight">
      <p class="small">{text.answer.on(formatDay(dayOf(statement.at * 1000), locale))}</p>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {words !== "" && (
        <>
          <p class="small">{text.answer.words}</p>
          <p>
            <Typed>{words}</Typed>
          </p>
        </>
      )}
    </Stack>
  )
}
