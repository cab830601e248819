import { type Card, cardsOf, dangerOf, decisionTables, evaluate } from "@shn/guidance"
import { Stack } from "@shn/ui"
import { useEffect, useMemo, useState } from "preact/hooks"
import { firstNumbers } from "../../hotlines/hotline.ts"
import { HotlineList } from "../../hotlines/hotline-list.tsx"
import type { CheckText } from "../../text/check/area.ts"
import type { CarryOn } from "./carry-on.tsx"
import type { CheckData } from "./check-data.ts"
import { answer, NO_CHECK, questionNow, takeBack } from "./check-machine.ts"
import { QuestionView } from "./question-view.tsx"
import { ResultView } from "./result-view.tsx"

export type CheckAppProps = {
  /** The cards of the pages "check" and "types". */
  readonly cards: readonly Card[]
  readonly data: CheckData
  readonly text: CheckText
  /** Fetches the form, and only when the person takes the answers along. */
  readonly loadCarryOn: () => Promise<CarryOn>
}

/** "Is this harassment?": a few questions, answered in memory on this device. Nothing is stored or sent. */
export function CheckApp({ cards, data, text, loadCarryOn }: CheckAppProps) {
  const tables = useMemo(() => decisionTables(cards), [cards])
  const [state, setState] = useState(NO_CHECK)
  const [hasBegun, setBegun] = useState(false)
  const [isCarrying, setCarrying] = useState(false)
  const forget = () => setState(NO_CHECK)
  // A browser may keep a page in memory for Back; the answers must not be on it.
  useEffect(() => {
    addEventListener("pagehide", forget)
    return () => removeEventListener("pagehide", forget)
  }, [])
  const isResult = questionNow(tables, state) === null
  useEffect(() => {
    if (state.fields.length > 0 || isResult) document.querySelector("#island")?.scrollIntoView()
  }, [state.fields.length, isResult])

  const back = () => setState(takeBack(state))
  const question = questionNow(tables, state)
  if (question !== null) {
    const { danger_now, suicidal_plan } = state.answers.flags
    return (
      <Stack gap="wide">
        {(danger_now === "yes" || suicidal_plan === "yes") && (
          <HotlineList hotlines={firstNumbers(data.hotlines)} text={data.danger} tone="danger" isShort />
        )}
        <QuestionView
          key={question.id}
          card={question}
          number={state.fields.length + 1}
          hasBegun={hasBegun}
          text={text.ask}
          onAnswer={(codes) => {
            setBegun(true)
            setState(answer(state, question, codes))
          }}
          onBack={state.fields.length > 0 ? back : null}
        />
      </Stack>
    )
  }
  const result = evaluate(tables, cards, state.answers)
  return (
    <ResultView
      result={result}
      tables={tables}
      kinds={new Map(cardsOf("type", cards).map((card) => [card.id, card.text.title.text]))}
      data={data}
      text={text}
      isCarrying={isCarrying}
      onCarry={() => {
        setCarrying(true)
        loadCarryOn().then(
          (carryOn) => carryOn(state.answers, dangerOf(tables, state.answers).flags, result, cards),
          () => setCarrying(false),
        )
      }}
      onForget={forget}
      onBack={back}
    />
  )
}
