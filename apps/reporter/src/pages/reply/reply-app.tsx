import type { ThreeWay } from "@shn/domain"
import { type Card, cardsOf } from "@shn/guidance"
import { Actions, Button, ChoiceGroup, LinkButton, Notice, Card as Paper, Stack, useUi } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import { pageHref } from "../../locale.ts"
import type { CheckText } from "../../text/check/area.ts"
import { learnHref } from "../learn/addresses.ts"
import { MessageBuilder } from "./message-builder.tsx"
import { type ReplyAnswers, replyScreen } from "./reply-machine.ts"

export type ReplyAppProps = {
  /** The cards of the pages "reply" and "notices", in the language of the screen. */
  readonly cards: readonly Card[]
  readonly text: CheckText
}

/** "Should I answer?": the gate says no until every point is known to be safe. Nothing is stored or sent. */
export function ReplyApp({ cards, text }: ReplyAppProps) {
  const { locale, common } = useUi()
  const [answers, setAnswers] = useState<ReplyAnswers>({})
  const again = () => setAnswers({})
  useEffect(() => {
    addEventListener("pagehide", again)
    return () => removeEventListener("pagehide", again)
  }, [])
  const screen = replyScreen(answers)
  const count = Object.keys(answers).length
  const heading = useRef<HTMLHeadingElement>(null)
  const hasBegun = useRef(false)
  useEffect(() => {
    if (count > 0) hasBegun.current = true
    if (hasBegun.current) heading.current?.focus()
  }, [count, screen.show])
  const { reply } = text

  if (screen.show === "question") {
    const { question } = screen
    const words = question === "expert" || question === "plan" ? reply[question] : reply.gate[question]
    return (
      <div class="learn-question" key={question}>
        <p class="small">{text.ask.left(count + 1)}</p>
        <h2 ref={heading} tabIndex={-1}>
          {words}
        </h2>
        <ChoiceGroup<ThreeWay>
          legend={words}
          hideLegend
          value={null}
          onChange={(value) => setAnswers({ ...answers, [question]: value })}
          options={(["yes", "no", "unknown"] as const).map((value) => ({ value, label: common[value] }))}
        />
      </div>
    )
  }
  if (screen.show === "held_back") {
    const card = cardsOf("gate", cards).find((gate) => gate.meta.condition === screen.by)
    return (
      <Stack gap="wide">
        <section class="learn-part">
          <h2 ref={heading} tabIndex={-1}>
            {reply.heldBack}
          </h2>
          <Notice kind="warning" title={card?.text.title.text}>
            {card?.text.why.map((line) => (
              <p key={line.text}>{line.text}</p>
            ))}
          </Notice>
        </section>
        <Actions>
          <LinkButton
            href={
              screen.by === "evidence_saved"
                ? learnHref(locale, "proof")
                : pageHref(locale, nextPage(screen.by))
            }
          >
            {screen.by === "evidence_saved" ? reply.saveFirst : text.go[NEXT[nextPage(screen.by)]]}
          </LinkButton>
          <Button kind="quiet" onClick={again}>
            {reply.again}
          </Button>
        </Actions>
      </Stack>
    )
  }
  return (
    <Stack gap="wide">
      <h2 ref={heading} tabIndex={-1}>
        {reply.open}
      </h2>
      <MessageBuilder gate={screen.gate} cards={cards} text={reply} />
      <Paper tone="soft">
        <Advice id="reply-after" cards={cards} />
      </Paper>
      <Actions>
        <Button kind="quiet" onClick={again}>
          {reply.again}
        </Button>
      </Actions>
    </Stack>
  )
}

const NEXT = { danger: "danger-now", help: "get-help" } as const

function nextPage(condition: string): "danger" | "help" {
  return condition === "not_urgent" || condition === "no_violence" ? "danger" : "help"
}

function Advice({ id, cards }: { readonly id: string; readonly cards: readonly Card[] }) {
  const card = cardsOf("advice", cards).find((each) => each.id === id)
  if (card === undefined) return null
  return (
    <div class="learn-part">
      <h3>{card.text.title.text}</h3>
      <ul class="learn-list learn-list--points">
        {card.text.points.map((line) => (
          <li key={line.text}>{line.text}</li>
        ))}
      </ul>
    </div>
  )
}
