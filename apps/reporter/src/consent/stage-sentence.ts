import { type Day, dayOf, type KeyId, type Locale, parseDay } from "@shn/domain"
import { formatClockTime, formatDay, PAKISTAN_OFFSET_MINUTES } from "@shn/ui"
import type { ApiFailure, ReleaseView } from "@shn/wire"
import type { ConsentText } from "../text/consent/area.ts"
import type { Given } from "./given.ts"

/** Where something stands that was signed, in one sentence. */
export function stageSentence(
  { stage, consent, server }: Pick<Given, "stage" | "consent" | "server">,
  text: ConsentText["given"],
  locale: Locale,
): string {
  const handedOn = server?.handed.at(-1)?.day
  switch (stage) {
    case "thinking":
      return text.stage.thinking(momentIn(consent.nbf * 1000, text, locale))
    case "handed":
    case "fetched":
      return text.stage[stage](handedOn === undefined ? "" : formatDay(handedOn, locale))
    default:
      return text.stage[stage]
  }
}

/** Why the server would not take a release; null while it is only that there is no line. */
export function refusalOf(
  failure: ApiFailure | undefined,
  text: ConsentText["given"]["refused"],
): string | null {
  switch (failure) {
    case undefined:
    case "offline":
    case "nonsense_answer":
    case "busy":
    case "budget_used":
    case "storage_full":
    case "failed":
      return null
    case "agency_key_changed":
      return text.key
    default:
      return text.other
  }
}

/** Who has looked, each officer once a day. Days are those of Pakistan. */
export function viewsByDay(
  views: ReleaseView["views"],
): readonly { readonly keyId: KeyId; readonly day: Day }[] {
  const seen = new Map<string, { keyId: KeyId; day: Day }>()
  for (const { keyId, at } of views) {
    const day = localDay(Date.parse(at))
    if (day !== null) seen.set(`${keyId} ${day}`, { keyId, day })
  }
  return [...seen.values()]
}

function momentIn(ms: number, text: ConsentText["given"], locale: Locale): string {
  return text.when(
    formatDay(dayOf(ms + PAKISTAN_OFFSET_MINUTES * 60_000), locale),
    formatClockTime(ms, locale),
  )
}

function localDay(ms: number): Day | null {
  if (Number.isNaN(ms)) return null
  const parsed = parseDay(new Date(ms + PAKISTAN_OFFSET_MINUTES * 60_000).toISOString().slice(0, 10))
  return parsed.ok ? parsed.value : null
}
