import type { CheckResult, DecisionTables, Line, Reasoned } from "@shn/guidance"
import { Actions, Badge, Button, Card, Details, LinkButton, Notice, Stack, useUi } from "@shn/ui"
import { useEffect, useRef } from "preact/hooks"
import { firstNumbers } from "../../hotlines/hotline.ts"
import { HotlineList } from "../../hotlines/hotline-list.tsx"
import type { CheckText } from "../../text/check/area.ts"
import { cardHref } from "../learn/addresses.ts"
import { nextHref } from "../learn/next-step.ts"
import type { CheckData } from "./check-data.ts"

export type ResultViewProps = {
  readonly result: CheckResult
  readonly tables: DecisionTables
  /** Titles of the kinds by id. */
  readonly kinds: ReadonlyMap<string, string>
  readonly data: CheckData
  readonly text: CheckText
  readonly isCarrying: boolean
  readonly onCarry: () => void
  readonly onForget: () => void
  readonly onBack: () => void
}

/** What the answers amount to. In a P0 lane the numbers stand before everything else. */
export function ResultView(props: ResultViewProps) {
  const { result, data, text } = props
  const { locale, common } = useUi()
  const { result: words } = text
  const door = data.doors[result.door.id]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Stack gap="wide">
      {result.isNumbersFirst ? (
        <section class="learn-part">
          <h2 ref={heading} tabIndex={-1}>
            {words.urgent.P0}
          </h2>
          <HotlineList hotlines={firstNumbers(data.hotlines)} text={data.danger} tone="danger" isShort />
        </section>
      ) : (
        <Notice kind={result.lane === "P3" ? "care" : "warning"} title={words.urgent[result.lane]} />
      )}
      <section class="learn-part">
        {result.isNumbersFirst ? (
          <h2>{words.title}</h2>
        ) : (
          <h2 ref={heading} tabIndex={-1}>
            {words.title}
          </h2>
        )}
        {result.types.map((type) => (
          <Card key={type.id} tone="soft">
            <p>
              <a class="learn-here" href={cardHref(locale, "types", type.id)}>
                {props.kinds.get(type.id)}
              </a>
            </p>
            <Why answer={type} data={data} />
          </Card>
        ))}
        {result.raisedBy.length > 0 && (
          <Details summary={words.because}>
            {result.raisedBy.map((reason) => (
              <Why key={reason.rule} answer={reason} data={data} />
            ))}
          </Details>
        )}
      </section>
      <section class="learn-part">
        <h2>{words.where}</h2>
        <ol class="learn-list learn-list--climb">
          {props.tables.steps.map((step) => {
            const isHere = Number(step.meta.place) === result.step.place
            return (
              <li
                key={step.id}
                class={isHere ? "learn-here" : undefined}
                aria-current={isHere ? "step" : undefined}
              >
                {step.text.title.text} {isHere && <Badge tone="info">{words.here}</Badge>}
              </li>
            )
          })}
        </ol>
        {props.tables.steps
          .filter((step) => step.id === result.step.id)
          .map((step) => (
            <Sentences key={step.id} lines={step.text.meaning} />
          ))}
      </section>
      <section class="learn-part">
        <h2>{words.do}</h2>
        <List lines={result.doNow} look="order" />
        <h3>{words.not}</h3>
        <List lines={result.doNot} look="stop" />
      </section>
      <section class="learn-part">
        <h2>{words.place}</h2>
        <Card tone="soft">
          {door !== undefined && (
            <p>
              <a class="learn-here" href={door.href}>
                {door.title}
              </a>
            </p>
          )}
          <Why answer={result.door} data={data} />
          {door !== undefined && (
            <p>
              {words.reach}: {door.line} <Mark isShown={door.isToVerify} data={data} />
            </p>
          )}
        </Card>
        {result.alsoDoors.length > 0 && (
          <Details summary={words.also}>
            <ul class="learn-links">
              {result.alsoDoors
                .flatMap((id) => data.doors[id] ?? [])
                .map((other) => (
                  <li key={other.href}>
                    <a href={other.href}>{other.title}</a>
                  </li>
                ))}
            </ul>
          </Details>
        )}
        {result.wrongDoors.length > 0 && (
          <>
            <h3>{words.wrong}</h3>
            <ul class="learn-list learn-list--stop">
              {result.wrongDoors.map((wrong) => (
                <li key={wrong.id}>
                  <Why answer={wrong} data={data} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {result.laws.length > 0 && (
        <section class="learn-part">
          <h2>{words.laws}</h2>
          {result.laws
            .flatMap((id) => data.laws[id] ?? [])
            .map((law) => (
              <Details key={law.href} summary={law.title}>
                <p>
                  {law.line} <Mark isShown={law.isToVerify} data={data} />
                </p>
                <p>
                  <a href={law.href}>{law.title}</a>
                </p>
              </Details>
            ))}
          <Notice kind="info">
            <p>{data.notice}</p>
          </Notice>
        </section>
      )}
      <Card title={words.next} tone="soft">
        <Stack>
          <Sentences lines={result.next.why} />
          <LinkButton href={nextHref(locale, result.next.id)} wide>
            {text.go[result.next.id]}
          </LinkButton>
        </Stack>
      </Card>
      <section class="learn-part">
        <h2>{words.after}</h2>
        <p class="small">{words.forgotten}</p>
        <Actions>
          <Button kind="quiet" busy={props.isCarrying} onClick={props.onCarry} describedBy="carry-note">
            {words.carry}
          </Button>
          <Button kind="quiet" onClick={props.onForget}>
            {words.forget}
          </Button>
          <Button kind="link" onClick={props.onBack}>
            {common.back}
          </Button>
        </Actions>
        <p class="small" id="carry-note">
          {words.carryNote}
        </p>
      </section>
    </Stack>
  )
}

function Why({ answer, data }: { readonly answer: Reasoned; readonly data: CheckData }) {
  return (
    <p>
      {answer.why.map((line) => line.text).join(" ")} <Mark isShown={answer.isToVerify} data={data} />
    </p>
  )
}

function Mark({ isShown, data }: { readonly isShown: boolean; readonly data: CheckData }) {
  return isShown ? <Badge tone="warning">{data.verifyMark}</Badge> : null
}

function Sentences({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line.text}>{line.text}</p>
      ))}
    </>
  )
}

function List({ lines, look }: { readonly lines: readonly Line[]; readonly look: "order" | "stop" }) {
  const Tag = look === "order" ? "ol" : "ul"
  return (
    <Tag class={`learn-list learn-list--${look}`}>
      {lines.map((line) => (
        <li key={line.text}>{line.text}</li>
      ))}
    </Tag>
  )
}
