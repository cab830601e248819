import type { Boundary } from "@shn/domain"
import { Card, Notice, Prose } from "@shn/ui"
import type { ConsentText } from "../text/consent/area.ts"
import type { WordsText } from "../text/words/area.ts"
import { LiftSwitch } from "./lift-switch.tsx"
import type { Stop } from "./prepare.ts"

/** Why this cannot be signed, each reason in a sentence, and what can be done instead. */
export function StoppedView(props: {
  readonly stops: readonly Stop[]
  readonly text: ConsentText
  readonly words: WordsText
  readonly busy: boolean
  readonly onLift: (boundary: Boundary) => void
}) {
  const { stops, words } = props
  const { stop, lift } = props.text
  const switches = stops.flatMap((each) => (each.code === "boundary" ? [each.by] : []))
  return (
    <>
      <Notice kind="warning" title={stop.title} live="polite">
        {stops.map((each) => (
          <p key={each.code === "boundary" ? each.by : each.code}>
            {each.code === "boundary" ? stop.code.boundary(words.boundary[each.by]) : stop.code[each.code]}
          </p>
        ))}
        <p>{stop.nothing}</p>
        {switches.length > 0 && <p>{stop.twoWays}</p>}
      </Notice>
      {switches.map((boundary) => (
        <LiftSwitch
          key={boundary}
          name={words.boundary[boundary]}
          boundary={boundary}
          text={lift}
          busy={props.busy}
          onLift={props.onLift}
        />
      ))}
      {stops.some(({ code }) => code === "agency-needs-name") && (
        <Card title={stop.elseTitle} level={3} tone="soft">
          <Prose>
            <ul>
              {Object.values(stop.elseWay).map((way) => (
                <li key={way}>{way}</li>
              ))}
            </ul>
          </Prose>
        </Card>
      )}
    </>
  )
}
