import type { Clock, Locale } from "@shn/domain"
import { formatClockTime, Notice } from "@shn/ui"

/** From here on a wrong clock is worth telling: an offer in lane P0 lives for 15 minutes. */
const TELL_FROM_MS = 5 * 60_000

/** Says that the device's clock differs from the server's so much that times on the screen would mislead. */
export function ClockNotice(props: {
  readonly clock: Clock
  readonly offsetMs: number
  readonly locale: Locale
  readonly words: {
    readonly clockTitle: string
    readonly clock: (device: string, server: string) => string
  }
}) {
  const { clock, offsetMs, locale, words } = props
  if (Math.abs(offsetMs) < TELL_FROM_MS) return null
  const nowMs = clock()
  return (
    <Notice kind="warning" title={words.clockTitle}>
      <p>{words.clock(formatClockTime(nowMs, locale), formatClockTime(nowMs + offsetMs, locale))}</p>
    </Notice>
  )
}
