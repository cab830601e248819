import { type SearchIndex, search } from "@shn/guidance"
import { LinkCard, Stack, TextField, useUi } from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import type { CheckText } from "../../text/check/area.ts"
import { cardHref, learnHref } from "../learn/addresses.ts"

const MOST = 12

/** Searches everything on this device. What is typed is never sent, kept, or put into the address. */
export function SearchApp({
  index,
  text,
}: {
  readonly index: SearchIndex
  readonly text: CheckText["search"]
}) {
  const { locale } = useUi()
  const [typed, setTyped] = useState("")
  useEffect(() => {
    const forget = () => setTyped("")
    addEventListener("pagehide", forget)
    return () => removeEventListener("pagehide", forget)
  }, [])
  const found = search(index, typed, MOST)
  const isAsked = typed.trim().length > 1
  return (
    <Stack>
      <TextField kind="search" label={text.label} hint={text.hint} value={typed} onInput={setTyped} />
      <p role="status" class="small">
        {isAsked ? (found.length === 0 ? text.none : text.found(found.length)) : ""}
      </p>
      {isAsked && (
        <Stack gap="tight">
          {found.map((hit) => (
            <LinkCard key={hit.id} href={cardHref(locale, hit.page, hit.id)} title={hit.title} />
          ))}
          {found.length === 0 && (
            <LinkCard href={learnHref(locale, "check")} title={text.instead} icon="heart" />
          )}
        </Stack>
      )}
    </Stack>
  )
}
