import { dayOf } from "@shn/domain"
import type { HandOff } from "@shn/sealed"
import { formatDay } from "@shn/ui"
import { useDesk } from "../app/desk-context.tsx"
import { aliasOf } from "../cases/readers.ts"

/** Whether what is on the screen is saved, and by whom. */
export function SavedLine({
  handOff,
  isTyped,
}: {
  readonly handOff: HandOff | null
  readonly isTyped: boolean
}) {
  const { text, locale, session } = useDesk()
  const { save } = text.complaint
  if (isTyped) return <p class="save-unsaved">{save.unsaved}</p>
  const newest = handOff?.drafts.at(-1)
  if (newest === undefined || session.trust.kind !== "trusted") return <p>{save.first}</p>
  const day = formatDay(dayOf(Date.parse(newest.at)), locale)
  if (newest.author === session.keys.keyId) return <p>{save.mine(day)}</p>
  return <p>{save.level(aliasOf(session.trust.directory, newest.author) ?? text.cases.unknownReader, day)}</p>
}
