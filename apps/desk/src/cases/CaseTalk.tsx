import type { OpenedCase } from "@shn/sealed"
import { Conversation, DaySeparator, EventLine, formatClockTime, formatWeekday, MessageBubble } from "@shn/ui"
import type { RosterRole } from "@shn/wire"
import { useDesk } from "../app/desk-context.tsx"
import type { DeskText } from "../text/all.ts"
import { CaseComposer } from "./CaseComposer.tsx"
import { type TimelineItem, timelineOf } from "./timeline.ts"

/** The conversation with the place to answer. */
export function CaseTalk(props: {
  readonly opened: OpenedCase
  readonly canWrite: boolean
  readonly lookAgain: () => Promise<void>
}) {
  const { text, session } = useDesk()
  const { opened, canWrite, lookAgain } = props
  if (session.trust.kind !== "trusted") return null
  const items = timelineOf(opened, session.trust.directory, session.keys.keyId)
  return (
    <section class="card case-talk" aria-labelledby="talk-title">
      <h2 class="card-title" id="talk-title">
        {text.cases.conversation}
      </h2>
      {items.length === 0 ? (
        <p class="quiet">{text.cases.conversationEmpty}</p>
      ) : (
        <Conversation label={text.cases.conversation}>
          {items.map((item) => (
            <Item key={item.kind === "day" ? item.day : item.id} item={item} />
          ))}
        </Conversation>
      )}
      {canWrite ? (
        <CaseComposer opened={opened} lookAgain={lookAgain} />
      ) : (
        <p class="quiet">{text.cases.notMember}</p>
      )}
    </section>
  )
}

function Item({ item }: { readonly item: TimelineItem }) {
  const { text, locale } = useDesk()
  switch (item.kind) {
    case "day":
      return <DaySeparator>{formatWeekday(item.day, locale)}</DaySeparator>
    case "switches":
      return <EventLine>{text.cases.switchesMoved}</EventLine>
    case "offered":
      return (
        <EventLine>
          {text.cases.offeredTo(item.by ?? text.cases.unknownReader, item.to.join(" · "))}
          {item.note !== "" && (
            <>
              <br />
              <q class="notranslate" dir="auto">
                {item.note}
              </q>
            </>
          )}
        </EventLine>
      )
    case "text":
      return (
        <MessageBubble
          side={item.side}
          author={item.side === "mine" ? text.common.you : (item.alias ?? nameless(text, item.role))}
          role={item.side === "theirs" ? undefined : roleOf(text, item)}
          status={
            item.isLate
              ? `${formatClockTime(item.atMs, locale)} · ${text.problems.lateMark}`
              : formatClockTime(item.atMs, locale)
          }
        >
          {item.text}
        </MessageBubble>
      )
  }
}

function nameless(text: DeskText, role: RosterRole): string {
  return role === "reporter" ? text.cases.person : text.cases.unknownReader
}

function roleOf(text: DeskText, item: Extract<TimelineItem, { kind: "text" }>): string {
  return item.discipline === "" ? text.words.rosterRole[item.role] : text.words.discipline[item.discipline]
}
