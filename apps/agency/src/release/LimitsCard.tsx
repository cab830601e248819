import type { Consent } from "@shn/consent"
import { dayOf } from "@shn/domain"
import { formatDay, Icon } from "@shn/ui"
import { useAgency } from "../app/agency-context.tsx"

/** Before anything else: what the person asks of whoever reads on. */
export function LimitsCard({ consent }: { readonly consent: Consent }) {
  const { text, locale } = useAgency()
  const words = text.release
  return (
    <section class="limits" aria-labelledby="limits-title">
      <h2 id="limits-title" class="limits-title">
        <Icon name="shield" />
        <span>{words.limitsTitle}</span>
      </h2>
      <ul class="limits-list">
        {consent.limits.map((code) => (
          <li key={code}>{words.limit[code]}</li>
        ))}
        {consent.limits.length === 0 && <li>{words.noLimits}</li>}
        <li>{words[consent.identity]}</li>
        <li>{words.lastDay(formatDay(dayOf((consent.exp - 1) * 1000), locale))}</li>
      </ul>
      <p class="limits-purpose">{words.purposesTitle}</p>
      <ul class="limits-list">
        {consent.purpose.map((code) => (
          <li key={code}>{words.purpose[code]}</li>
        ))}
      </ul>
    </section>
  )
}
