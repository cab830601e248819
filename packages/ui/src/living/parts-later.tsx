import { useState } from "preact/hooks"
import { Card } from "../components/card.tsx"
import { Code } from "../components/code.tsx"
import { Composer } from "../components/composer.tsx"
import { Details } from "../components/details.tsx"
import { Facts } from "../components/facts.tsx"
import { Conversation, DaySeparator, EventLine, MessageBubble } from "../components/message.tsx"
import { ProgressBar } from "../components/progress-bar.tsx"
import { Prose } from "../components/prose.tsx"
import { EmptyState, LoadingState, StateView } from "../components/states.tsx"
import { StatusLine } from "../components/status-line.tsx"
import type { LivingText } from "../text/living/area.ts"
import { useUi } from "../ui-context.tsx"
import { EMPTY, failed } from "../view-state.ts"

type PartText = { readonly text: LivingText }

export function TalkPart({ text }: PartText) {
  const { common } = useUi()
  const [draft, setDraft] = useState(text.talk.mine)
  return (
    <div class="stack">
      <Conversation label={text.talk.label}>
        <DaySeparator>{text.talk.day}</DaySeparator>
        <MessageBubble side="mine" author={common.you}>
          {text.talk.mine}
        </MessageBubble>
        <EventLine>{text.talk.event}</EventLine>
        <MessageBubble side="theirs" author="Sana" role={text.person.role}>
          {text.talk.theirs}
        </MessageBubble>
        <MessageBubble side="staff" author="Bilal" role={text.talk.staffRole}>
          {text.talk.staff}
        </MessageBubble>
        <MessageBubble side="mine" author={common.you} status={text.talk.notSent}>
          {text.field.value}
        </MessageBubble>
      </Conversation>
      <Composer
        label={text.talk.write}
        value={draft}
        onInput={setDraft}
        onSend={() => setDraft("")}
        state="failed"
        maxLength={2000}
      />
    </div>
  )
}

export function StatesPart({ text }: PartText) {
  const empty = (
    <EmptyState title={text.states.empty} icon="message">
      {text.states.emptyText}
    </EmptyState>
  )
  return (
    <div class="stack">
      <LoadingState />
      <StateView state={EMPTY} empty={empty}>
        {() => null}
      </StateView>
      <StateView state={failed(text.states.failed)} empty={empty} onRetry={() => {}}>
        {() => null}
      </StateView>
      <ProgressBar label={text.states.locking} fraction={0.6} />
      <ProgressBar label={text.states.locking} fraction={null} />
      <StatusLine tone="success">{text.notice.success}</StatusLine>
    </div>
  )
}

export function ReadingPart({ text }: PartText) {
  const { reading } = text
  return (
    <div class="stack">
      <Card title={reading.title} level={3}>
        <Prose>
          <p>{reading.text}</p>
          <ol>
            <li>{reading.first}</li>
            <li>{reading.second}</li>
            <li>{reading.third}</li>
          </ol>
        </Prose>
      </Card>
      <Card tone="soft">
        <Facts
          items={[
            { term: reading.chosen, detail: text.choice.woman },
            { term: reading.reference, detail: <Code>2026-114</Code> },
          ]}
        />
      </Card>
      <Details summary={reading.more}>
        <p>{reading.moreText}</p>
      </Details>
    </div>
  )
}
