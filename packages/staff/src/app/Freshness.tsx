import type { Clock, Locale } from "@shn/domain"
import { formatClockTime, StatusLine } from "@shn/ui"
import { useEffect, useState } from "preact/hooks"
import type { Remote } from "../session/remote.ts"

/** One quiet line: when this was last looked at, or since when there is no connection. */
export function FreshnessLine(props: {
  readonly remote: Remote<unknown>
  readonly words: {
    readonly checking: string
    readonly upToDate: (time: string) => string
    readonly noConnection: (time: string) => string
  }
  readonly locale: Locale
  readonly serverNow: Clock
}) {
  const { remote, words, locale, serverNow } = props
  const [goodMs, setGoodMs] = useState<number | null>(null)
  useEffect(() => {
    if (remote.kind === "ready" && remote.failure === null) setGoodMs(serverNow())
  }, [remote, serverNow])
  const isCut = remote.kind === "ready" && remote.failure !== null
  if (goodMs === null) return <StatusLine>{remote.kind === "loading" ? words.checking : ""}</StatusLine>
  const time = formatClockTime(goodMs, locale)
  // Only the change is read out: a line that says a new time every 20 seconds would talk all day.
  return isCut ? (
    <StatusLine tone="warning">{words.noConnection(time)}</StatusLine>
  ) : (
    <p class="quiet">{words.upToDate(time)}</p>
  )
}
