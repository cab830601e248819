import { Actions, Button, Card, TextField } from "@shn/ui"
import { useState } from "preact/hooks"
import type { ConsentText } from "../text/consent/area.ts"

/** "I do not sign": as easy as signing, with or without words. */
export function RefuseView(props: {
  readonly text: ConsentText["refuse"]
  readonly busy: boolean
  readonly onRefuse: (words: string) => void
  readonly onBack: () => void
}) {
  const { text } = props
  const [words, setWords] = useState("")
  return (
    <Card title={text.title} level={3}>
      <p>{text.text}</p>
      <TextField label={text.words} optional rows={3} maxLength={4000} value={words} onInput={setWords} />
      <Actions>
        <Button wide busy={props.busy} onClick={() => props.onRefuse(words.slice(0, 4000))}>
          {text.button}
        </Button>
        <Button wide kind="quiet" onClick={props.onBack}>
          {text.back}
        </Button>
      </Actions>
    </Card>
  )
}
