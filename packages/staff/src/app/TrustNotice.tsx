import type { Locale } from "@shn/domain"
import { formatDay, Notice } from "@shn/ui"
import type { DirectoryTrouble, Trust } from "../session/directory-check.ts"

/** What an app says about a list of staff keys that cannot be relied on. */
export type TrustText = {
  readonly directoryTitle: string
  readonly directory: Readonly<Record<DirectoryTrouble, string>>
  readonly expiredTitle: string
  readonly expired: (day: string) => string
}

/** Says loudly when the list of staff keys cannot be relied on. Nothing when all is well. */
export function TrustNotice(props: {
  readonly trust: Trust<object>
  readonly words: TrustText
  readonly locale: Locale
}) {
  const { trust, words, locale } = props
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
