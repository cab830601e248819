import type { Day } from "@shn/domain"
import { Button, Card, formatDay, useUi } from "@shn/ui"
import type { HelpText } from "../text/help/area.ts"

/** The two days that disagree, and how to say which one is right. */
export type TwoClocks = {
  readonly days: () => { readonly phone: Day; readonly server: Day }
  readonly trust: (whose: "phone" | "server") => void
}

/** "Your phone says ..., our server says ...: which date is right?" */
export function ClockQuestion(props: {
  readonly text: HelpText["clock"]
  readonly clock: TwoClocks
  readonly onAnswer: () => void
}) {
  const { text, clock } = props
  const { locale } = useUi()
  const days = clock.days()
  const phone = formatDay(days.phone, locale)
  const server = formatDay(days.server, locale)
  const choose = (whose: "phone" | "server") => () => {
    clock.trust(whose)
    props.onAnswer()
  }
  return (
    <div role="alert">
      <Card title={text.title}>
        <p>{text.text(phone, server)}</p>
        <Button wide kind="quiet" onClick={choose("phone")}>
          {text.phone(phone)}
        </Button>
        <Button wide kind="quiet" onClick={choose("server")}>
          {text.server(server)}
        </Button>
      </Card>
    </div>
  )
}
