import { Button, TextField } from "@shn/ui"
import { useEffect, useRef } from "preact/hooks"
import { useDesk } from "../app/desk-context.tsx"

/** Numbered fields, one thing in each: facts stay apart from each other and from beliefs. */
export function EntryList(props: {
  readonly entries: readonly string[]
  readonly onChange: (entries: readonly string[]) => void
  readonly label: (number: number) => string
  readonly add: string
  readonly error?: string | undefined
}) {
  const { text } = useDesk()
  const { write } = text.complaint
  const { entries, onChange, label } = props
  const box = useRef<HTMLDivElement>(null)
  const wasAdded = useRef(false)
  useEffect(() => {
    if (!wasAdded.current) return
    wasAdded.current = false
    box.current?.querySelector<HTMLElement>("li:last-child textarea")?.focus()
  }, [entries.length])
  const shown = entries.length === 0 ? [""] : entries
  const put = (at: number, words: string) => onChange(shown.map((entry, n) => (n === at ? words : entry)))
  return (
    <div ref={box} class="entries">
      <ol class="entry-list">
        {shown.map((entry, at) => (
          <li key={`${at}`} class="entry">
            <TextField
              label={label(at + 1)}
              rows={2}
              value={entry}
              error={at === 0 ? props.error : undefined}
              onInput={(words) => put(at, words)}
            />
            {shown.length > 1 && (
              <div class="entry-actions">
                {at > 0 && (
                  <Button
                    kind="link"
                    label={write.up(label(at + 1))}
                    onClick={() => onChange(moved(shown, at))}
                  >
                    {write.upShort}
                  </Button>
                )}
                <Button
                  kind="link"
                  label={write.remove(label(at + 1))}
                  onClick={() => onChange(shown.filter((_, n) => n !== at))}
                >
                  {write.removeShort}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button
          kind="quiet"
          onClick={() => {
            wasAdded.current = true
            onChange([...shown, ""])
          }}
        >
          {props.add}
        </Button>
      </div>
    </div>
  )
}

function moved(entries: readonly string[], at: number): readonly string[] {
  return entries.map((entry, n) =>
    n === at - 1 ? (entries[at] ?? "") : n === at ? (entries[at - 1] ?? "") : entry,
  )
}
