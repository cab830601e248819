import {
  type Day,
  err,
  type FilingRecord,
  type FilingRecordError,
  type FilingWay,
  filingRecord,
  type Result,
} from "@shn/domain"
import { typedDay } from "./typed-day.ts"

/** A record while it is typed. null: nothing chosen yet. */
export type TypedRecord = {
  readonly day: string
  readonly way: FilingWay | null
  readonly reference: string
  readonly by: FilingRecord["by"] | null
}

export const NOTHING_TYPED: TypedRecord = { day: "", way: null, reference: "", by: null }

/** What to look at again. "way" and "by": nothing is chosen. */
export type RecordProblem = FilingRecordError | "way" | "by"

/** The field of the form that a problem belongs to. */
export const FIELD_OF: Readonly<Record<RecordProblem, keyof TypedRecord>> = {
  "not-a-day": "day",
  "day-in-future": "day",
  way: "way",
  "reference-too-long": "reference",
  "letters-broken": "reference",
  by: "by",
}

/**
 * The record that was typed, or the first thing to look at again, in the order in which the form asks.
 * @param today by the clock of the device that records it
 */
export function recordTyped(
  typed: TypedRecord,
  about: Pick<FilingRecord, "agencyId" | "formId">,
  today: Day,
): Result<FilingRecord, RecordProblem> {
  const { way, reference, by } = typed
  const filedOn = typedDay(typed.day)
  const checked = filingRecord(
    { ...about, filedOn, way: way ?? "post", reference, by: by ?? { who: "person" } },
    today,
  )
  if (!checked.ok && FIELD_OF[checked.error] === "day") return checked
  if (way === null) return err("way")
  if (!checked.ok) return checked
  return by === null ? err("by") : checked
}
