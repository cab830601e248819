import { formatClockTime, StatusLine } from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import type { Remote } from "../session/remote.ts"
import { useDesk } from "./desk-context.tsx"

/** One quiet line: when this was last looked at, or since when there is no connection. */
export function Freshness({ remote }: { readonly remote: Remote<unknown> }) {
  const { text, locale, serverNow } = useDesk()
  const [goodMs, setGoodMs] = useState<number | null>(null)
  useEffect(() => {
    if (remote.kind === "ready" && remote.failure === null) setGoodMs(serverNow())
  }, [remote, serverNow])
  const isCut = remote.kind === "ready" && remote.failure !== null
  if (goodMs === null) return <StatusLine>{remote.kind === "loading" ? text.shell.checking : ""}</StatusLine>
  const time = formatClockTime(goodMs, locale)
  // Only the change is read out: a line that says a new time every 20 seconds would talk all day.
  return isCut ? (
    <StatusLine tone="warning">{text.shell.noConnection(time)}</StatusLine>
  ) : (
    <p class="quiet">{text.shell.upToDate(time)}</p>
  )
}
