import type { Card } from "@shn/guidance"
import { Actions, Button, CheckCard, ChoiceGroup, Fieldset, useUi } from "@shn/ui"
import { useEffect, useRef, useState } from "preact/hooks"
import type { CheckText } from "../../text/check/area.ts"

/** One question. A single choice goes on at once; several are confirmed. */
export function QuestionView(props: {
  readonly card: Card<"question">
  readonly number: number
  /** False only when the page has just been opened: then the focus stays where the browser put it. */
  readonly hasBegun: boolean
  readonly text: CheckText["ask"]
  readonly onAnswer: (codes: readonly string[]) => void
  /** Left out on the first question. */
  readonly onBack: (() => void) | null
}) {
  const { card, text } = props
  const { common } = useUi()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isMissing, setMissing] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (props.hasBegun) heading.current?.focus()
  }, [])
  const isMany = card.meta.many === "yes"
  const hint = card.text.help?.map((line) => line.text).join(" ")
  const legend = card.text.title.text
  const toggle = (code: string, isOn: boolean) => {
    setMissing(false)
    setChosen(isOn ? [...chosen, code] : chosen.filter((other) => other !== code))
  }
  return (
    <div class="learn-question">
      <p class="small">{text.left(props.number)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {legend}
      </h2>
      {isMany ? (
        <Fieldset legend={legend} hideLegend hint={hint} error={isMissing ? text.oneAtLeast : undefined}>
          {card.meta.codes.map((code, at) => (
            <CheckCard
              key={code}
              label={card.text.options[at]?.text}
              checked={chosen.includes(code)}
              onChange={(isOn) => toggle(code, isOn)}
            />
          ))}
        </Fieldset>
      ) : (
        <ChoiceGroup
          legend={legend}
          hideLegend
          hint={hint}
          value={chosen[0] ?? null}
          onChange={(code) => {
            setMissing(false)
            setChosen([code])
          }}
          error={isMissing ? common.required : undefined}
          options={card.meta.codes.map((code, at) => ({ value: code, label: card.text.options[at]?.text }))}
        />
      )}
      <Actions>
        <Button onClick={() => (chosen.length === 0 ? setMissing(true) : props.onAnswer(chosen))}>
          {common.next}
        </Button>
        {props.onBack !== null && (
          <Button kind="quiet" onClick={props.onBack}>
            {common.back}
          </Button>
        )}
      </Actions>
    </div>
  )
}
