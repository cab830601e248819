import { CLOCK_LIMITS, type Locale, type PriorityLane } from "@shn/domain"
import { intakeOf } from "@shn/sealed"
import {
  Button,
  Card,
  Composer,
  Conversation,
  DaySeparator,
  EmptyState,
  FileCard,
  formatDuration,
  formatWeekday,
  MessageBubble,
  Notice,
  PAKISTAN_OFFSET_MINUTES,
  Stack,
  useUi,
} from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import { FileShown } from "../files/file-shown.tsx"
import { FileList, FilesView } from "../files/files-view.tsx"
import { factsOf, iconOf, nameOfFile } from "../files/sentences.ts"
import { laneOfIntake } from "../get-help/intake.ts"
import type { BackText } from "../text/back/area.ts"
import type { WordsText } from "../text/words/area.ts"
import type { OpenCaseState } from "./case-desk.ts"
import { ConsentCards } from "./consent-card.tsx"
import { needsOf, readersOf, sentencesOf, type TalkItem, talkOf } from "./reading.ts"
import type { UsedBackFiles } from "./use-back-files.ts"

/** Longest message, in UTF-16 code units. */
const MAX_MESSAGE = 200_000

export type TalkProps = {
  readonly state: OpenCaseState
  readonly back: BackText
  readonly words: WordsText
  readonly message: string
  readonly onMessage: (text: string) => void
  readonly onSend: () => void
  readonly sending: "ready" | "sending" | "failed"
  readonly sendError: string | undefined
  readonly files: UsedBackFiles
  /** Opens "what may leave". */
  readonly onLeaves: () => void
}

/** The conversation, with what does not fit together said calmly above it. */
export function TalkView(props: TalkProps) {
  const { state, back, words } = props
  const items = talkOf(state.opened.conversation.messages, PAKISTAN_OFFSET_MINUTES)
  const { locale } = useUi()
  const intake = intakeOf(state.opened.conversation)
  const promise = intake === undefined ? null : promiseWords(laneOfIntake(intake), back, locale)
  const hasAnswer = items.some((item) => item.kind !== "day" && !item.isMine)
  return (
    <Stack>
      <Findings state={state} back={back} />
      <ConsentCards state={state} back={back} onOpen={props.onLeaves} />
      {needsOf(state).map((need) => (
        <Notice
          key={need.needId}
          kind={need.state === "accepted" ? "success" : "info"}
          title={words.expert[need.discipline]}
        >
          <p>
            {need.state === "accepted"
              ? back.need.accepted(need.alias)
              : need.state === "offered"
                ? back.need.offered
                : back.need.held}
          </p>
          {need.state !== "accepted" && promise !== null && <p>{promise}</p>}
        </Notice>
      ))}
      <Conversation label={back.home.tabTalk}>
        {items.map((item) => (
          <Item key={item.kind === "day" ? item.day : item.id} {...props} item={item} />
        ))}
      </Conversation>
      {!hasAnswer && <EmptyState icon="message" title={back.talk.empty} />}
      <Composer
        label={back.talk.write}
        value={props.message}
        onInput={props.onMessage}
        onSend={props.onSend}
        state={props.sending}
        error={props.sendError}
        maxLength={MAX_MESSAGE}
        sendLabel={props.sending === "failed" ? undefined : back.talk.send}
      />
      <AddFiles {...props} />
    </Stack>
  )
}

function promiseWords(lane: PriorityLane, back: BackText, locale: Locale): string {
  const { first_contact, countsDutyOnly } = CLOCK_LIMITS[lane]
  const time = formatDuration(first_contact, locale)
  return countsDutyOnly ? back.need.within(time) : back.need.withinAlways(time)
}

function Item({ item, state, back, words, files }: TalkProps & { readonly item: TalkItem }) {
  const { locale } = useUi()
  if (item.kind === "day") return <DaySeparator>{formatWeekday(item.day, locale)}</DaySeparator>
  const reader = readersOf(state).find((one) => one.keyId === item.author)
  const alias = reader?.alias === undefined || reader.alias === "" ? back.readers.former : reader.alias
  const role =
    reader?.role === "expert" && reader.discipline !== ""
      ? words.expert[reader.discipline]
      : words.role[item.role]
  return (
    <MessageBubble
      side={item.isMine ? "mine" : "theirs"}
      author={item.isMine ? back.talk.you : alias}
      role={item.isMine ? (item.kind === "words" && item.isStory ? back.talk.story : undefined) : role}
    >
      {item.kind === "words" ? item.text : <SharedFile item={item} files={files} />}
    </MessageBubble>
  )
}

function SharedFile({
  item,
  files,
}: {
  readonly item: Extract<TalkItem, { kind: "file" }>
  readonly files: UsedBackFiles
}) {
  const { locale } = useUi()
  const { attachment } = item
  const { text } = files
  if (attachment.state === "there") return <FileShown file={attachment} files={files} />
  return (
    <FileCard
      name={nameOfFile(attachment, text)}
      facts={factsOf(attachment, text, locale)}
      icon={iconOf(attachment)}
      status={attachment.state === "on_its_way" ? text.shown.onItsWay : text.shown.takenBack}
    />
  )
}

/** Adding files to an opened case. Unfinished ones stand here from the beginning, so that nobody overlooks them. */
function AddFiles({ back, files }: TalkProps) {
  const [isOpen, setOpen] = useState(false)
  const { tray, items, others, text } = files
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen) place.current?.focus()
  }, [isOpen])
  const list = { tray, items, others, text, room: "case" } as const
  if (!isOpen) {
    return (
      <>
        <FileList {...list} />
        <Button kind="quiet" wide onClick={() => setOpen(true)}>
          {back.talk.addFile}
        </Button>
      </>
    )
  }
  return (
    <div ref={place} tabIndex={-1}>
      <Card title={back.talk.addFile}>
        <FilesView {...list} now={files.now} />
      </Card>
    </div>
  )
}

function Findings({ state, back }: { readonly state: OpenCaseState; readonly back: BackText }) {
  const sentences = sentencesOf(state.opened.findings)
  if (sentences.length === 0) return null
  return (
    <Notice kind="warning" title={back.finding.title} live="polite">
      {sentences.map((sentence) => (
        <p key={sentence}>{back.finding[sentence]}</p>
      ))}
      <p>{back.finding.advice}</p>
    </Notice>
  )
}
