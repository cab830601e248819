import { FreshnessLine, type Remote } from "@shn/staff"
import { useDesk } from "./desk-context.tsx"

/** One quiet line: when this was last looked at, or since when there is no connection. */
export function Freshness({ remote }: { readonly remote: Remote<unknown> }) {
  const { text, locale, serverNow } = useDesk()
  return <FreshnessLine remote={remote} words={text.shell} locale={locale} serverNow={serverNow} />
}
