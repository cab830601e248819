import type { Locale } from "@shn/domain"
import { formatDay, Notice } from "@shn/ui"
import type { Trust } from "../session/directory-check.ts"
import type { DeskText } from "../text/all.ts"

/** Says loudly when the list of staff keys cannot be relied on. Nothing when all is well. */
export function TrustNotice(props: {
  readonly trust: Trust
  readonly text: DeskText
  readonly locale: Locale
}) {
  const { trust, locale } = props
  const words = props.text.shell
  if (trust.kind === "refused") {
    return (
      <Notice kind="danger" title={words.directoryTitle} live="assertive">
        <p>{words.directory[trust.trouble]}</p>
      </Notice>
    )
  }
  if (trust.directory.freshness === "current") return null
  return (
    <Notice kind="warning" title={words.expiredTitle} live="polite">
      <p>{words.expired(formatDay(trust.directory.expires, locale))}</p>
    </Notice>
  )
}
