import type { Locale } from "@shn/domain"
import type { Remote } from "@shn/staff"
import { EMPTY, failed, formatClockTime, LOADING, ready, type ViewState } from "@shn/ui"
import type { ApiFailure } from "@shn/wire"
import type { DeskText } from "../text/all.ts"

/** The sentence for a failed request: every code has one, checked by the compiler. */
export function failureSentence(text: DeskText, failure: ApiFailure): string {
  return text.problems.failure[failure]
}

/** Something from the server as one of a screen's four states. */
export function viewOf<T>(remote: Remote<T>, text: DeskText, isEmpty: (value: T) => boolean): ViewState<T> {
  switch (remote.kind) {
    case "loading":
      return LOADING
    case "failed":
      return failed(failureSentence(text, remote.failure))
    case "ready":
      return isEmpty(remote.value) ? EMPTY : ready(remote.value)
  }
}

/** A clock time in the helpline's zone, from an ISO text; "" when it is none. */
export function clockTime(iso: string, locale: Locale): string {
  const ms = Date.parse(iso)
  return Number.isNaN(ms) ? "" : formatClockTime(ms, locale)
}
