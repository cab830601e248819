import type { KeyId } from "@shn/domain"
import {
  Actions,
  Badge,
  Button,
  Details,
  FailedState,
  formatDay,
  Notice,
  PersonCard,
  Stack,
  StatusLine,
  useUi,
} from "@shn/ui"
import { useState } from "preact/hooks"
import { reasonWords } from "../get-help/review-lines.ts"
import type { BackText } from "../text/back/area.ts"
import type { WordsText } from "../text/words/area.ts"
import type { OpenCaseState } from "./case-desk.ts"
import { accessOf, type NamedReader, readersOf } from "./reading.ts"

export type ReadersProps = {
  readonly state: OpenCaseState
  readonly back: BackText
  readonly words: WordsText
  readonly busy: boolean
  /** What the last change did, or why it did not work. */
  readonly done: string
  readonly error: string | null
  readonly onRemove: (reader: NamedReader) => void
}

/** Who can read the case and since when, why they were chosen, who looked, and how to stop it. */
export function ReadersView(props: ReadersProps) {
  const { state, back, words } = props
  const { locale } = useUi()
  const [asked, setAsked] = useState<KeyId | null>(null)
  const log = accessOf(state.view.access, state)
  return (
    <Stack>
      <h2>{back.readers.title}</h2>
      <StatusLine tone="success">{props.done}</StatusLine>
      {props.error !== null && <FailedState sentence={props.error} />}
      {readersOf(state).map((reader) => (
        <ReaderCard
          key={reader.keyId}
          reader={reader}
          back={back}
          words={words}
          busy={props.busy}
          isAsked={asked === reader.keyId}
          onAsk={setAsked}
          onRemove={() => {
            setAsked(null)
            props.onRemove(reader)
          }}
        />
      ))}
      <Details summary={back.readers.log}>
        {log.length === 0 && <p>{back.readers.logEmpty}</p>}
        <ul>
          {log.map((line) => {
            const say = line.act === "read" ? back.readers.logRead : back.readers.logPreview
            return (
              <li key={`${line.keyId}${line.act}${line.day}`}>
                {say(line.alias === "" ? back.readers.unknown : line.alias, formatDay(line.day, locale))}
              </li>
            )
          })}
        </ul>
      </Details>
    </Stack>
  )
}

type ReaderCardProps = {
  readonly reader: NamedReader
  readonly back: BackText
  readonly words: WordsText
  readonly busy: boolean
  readonly isAsked: boolean
  readonly onAsk: (keyId: KeyId | null) => void
  readonly onRemove: () => void
}

function ReaderCard({ reader, back, words, busy, isAsked, onAsk, onRemove }: ReaderCardProps) {
  const { locale } = useUi()
  if (reader.isMe) return <PersonCard alias={words.role.reporter} role={back.readers.you} />
  const name = nameOf(reader, back)
  return (
    <PersonCard
      alias={name}
      role={reader.discipline === "" ? words.role[reader.role] : words.expert[reader.discipline]}
      since={reader.state === "member" ? back.readers.since(formatDay(reader.since, locale)) : undefined}
      status={reader.state === "proposed" ? <Badge tone="info">{back.readers.proposed}</Badge> : undefined}
      reason={
        reader.reasons.length > 0
          ? back.readers.because(name, reasonWords(reader.reasons, reader.gender, words))
          : undefined
      }
      actions={
        isAsked ? (
          // In the page, not in a dialog: a dialog would cover the exit button.
          <Notice
            kind="warning"
            live="assertive"
            title={back.readers.removeTitle(name)}
            actions={
              <Actions>
                <Button kind="danger" onClick={onRemove}>
                  {back.readers.removeYes}
                </Button>
                <Button kind="quiet" onClick={() => onAsk(null)}>
                  {back.readers.removeNo}
                </Button>
              </Actions>
            }
          >
            <p>{back.readers.removeText}</p>
          </Notice>
        ) : (
          <Button
            kind="link"
            busy={busy}
            onClick={() => onAsk(reader.keyId)}
            label={`${back.readers.remove}: ${name}`}
          >
            {back.readers.remove}
          </Button>
        )
      }
    />
  )
}

/** The name to show: the alias, or that nobody signed for this key. */
export function nameOf(reader: NamedReader, back: BackText): string {
  return reader.alias === "" ? back.readers.unknown : reader.alias
}
