import { Button, EmptyState, FailedState, Stack, StatusLine, useUi } from "@shn/ui"
import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import type { ConsentText } from "../text/consent/area.ts"
import { canBeTakenBack, type Given, stageShown } from "./given.ts"
import type { Matter } from "./matters.ts"
import { memberName, officeName } from "./names.ts"
import type { Papers } from "./papers.ts"
import { refusalOf, stageSentence } from "./stage-sentence.ts"
import { TakeBackView } from "./take-back-view.tsx"

export type ListRoomProps = {
  readonly papers: Papers
  readonly text: ConsentText
  readonly busy: boolean
  readonly error: string | null
  readonly done: string
  readonly onMatter: (matter: Matter) => void
  readonly onGiven: (given: Given) => void
  readonly onTakeBackAll: () => void
}

/** All hand-offs: what waits for the person, what is being prepared, what they have signed. */
export function ListRoom(props: ListRoomProps) {
  const { papers, text } = props
  const yours = papers.matters.filter(({ stand }) => stand === "yours" || stand === "asked")
  const others = papers.matters.filter((matter) => !yours.includes(matter))
  const isEmpty = papers.matters.length === 0 && papers.given.length === 0
  return (
    <Stack gap="wide">
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      <StatusLine tone="success">{props.done}</StatusLine>
      {props.error !== null && <FailedState sentence={props.error} />}
      {isEmpty && <EmptyState icon="check" title={text.empty} />}
      <Group title={text.group.yours} isShown={yours.length > 0}>
        {yours.map((matter) => (
          <MatterCard key={matter.draftId} {...props} matter={matter} />
        ))}
      </Group>
      <Group title={text.group.preparing} isShown={others.length > 0}>
        {others.map((matter) => (
          <MatterCard key={matter.draftId} {...props} matter={matter} />
        ))}
      </Group>
      <Group title={text.group.given} isShown={papers.given.length > 0}>
        {papers.given.map((given) => (
          <GivenCard key={given.said.msgId} {...props} given={given} />
        ))}
        <TakeEverythingBack {...props} />
      </Group>
    </Stack>
  )
}

function Group(props: {
  readonly title: string
  readonly isShown: boolean
  readonly children: ComponentChildren
}) {
  if (!props.isShown) return null
  return (
    <Stack>
      <h3>{props.title}</h3>
      {props.children}
    </Stack>
  )
}

function MatterCard({ matter, papers, text, onMatter }: ListRoomProps & { readonly matter: Matter }) {
  const { locale } = useUi()
  const { directory } = papers.hold.state
  const office = officeName(directory, matter.agencyId, locale, text)
  const act = actOf(matter, text.act)
  return (
    <article class="card">
      <div class="card-body">
        <p>
          <strong>{office}</strong>
        </p>
        <p>{standSentence(matter, papers, text)}</p>
        {act !== null && (
          <Button
            wide
            kind={act === text.act.again || act === text.act.look ? "quiet" : "primary"}
            label={`${act}: ${office}`}
            onClick={() => onMatter(matter)}
          >
            {act}
          </Button>
        )}
      </div>
    </article>
  )
}

/** What the person may do about it; null where there is nothing to open yet. */
function actOf({ stand }: Matter, act: ConsentText["act"]): string | null {
  switch (stand) {
    case "yours":
      return act.read
    case "asked":
      return act.answer
    case "checking":
      return act.look
    case "refused":
    case "kept-back":
      return act.again
    default:
      return null
  }
}

function standSentence(matter: Matter, { hold }: Papers, text: ConsentText): string {
  const { directory } = hold.state
  switch (matter.stand) {
    case "yours":
      return text.stand.yours(
        matter.offer === null ? text.someone : memberName(directory, matter.offer.by, text),
      )
    case "asked":
      return text.stand.asked(
        matter.ask === null ? text.someone : memberName(directory, matter.ask.author, text),
      )
    default:
      return text.stand[matter.stand]
  }
}

function GivenCard({ given, papers, text, onGiven }: ListRoomProps & { readonly given: Given }) {
  const { locale } = useUi()
  const office = officeName(papers.hold.state.directory, given.consent.to.id, locale, text)
  const refusal = refusalOf(papers.refusals.get(given.said.msgId), text.given.refused)
  // The answers are opened in the room behind: until then nobody is told that the agency has said what it does.
  const stage = stageShown(given.stage, null)
  return (
    <article class="card">
      <div class="card-body">
        <p>
          <strong>{office}</strong>
        </p>
        <p>{refusal ?? stageSentence({ ...given, stage }, text.given, locale)}</p>
        <Button wide kind="quiet" label={`${text.act.look}: ${office}`} onClick={() => onGiven(given)}>
          {text.act.look}
        </Button>
      </div>
    </article>
  )
}

/** Only where there is more than one thing to take back. */
function TakeEverythingBack({ papers, text, busy, onTakeBackAll }: ListRoomProps) {
  const [isAsked, setAsked] = useState(false)
  const live = papers.given.filter(({ stage }) => canBeTakenBack(stage))
  if (live.length < 2) return null
  if (!isAsked) {
    return (
      <Button kind="quiet" wide onClick={() => setAsked(true)}>
        {text.takeBack.buttonAll}
      </Button>
    )
  }
  return (
    <TakeBackView
      title={text.takeBack.titleAll}
      stages={live.map(({ stage }) => stage)}
      text={text.takeBack}
      busy={busy}
      onYes={() => {
        setAsked(false)
        onTakeBackAll()
      }}
      onNo={() => setAsked(false)}
    />
  )
}
