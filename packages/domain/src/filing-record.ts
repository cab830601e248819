import { hasBrokenLetters, westernDigits } from "./complaint-values.ts"
import { type Day, parseDay } from "./day.ts"
import type { Alias } from "./ids.ts"
import { err, ok, type Result } from "./result.ts"

export const FILING_WAYS = ["portal", "mail", "post", "in_person", "phone"] as const
export type FilingWay = (typeof FILING_WAYS)[number]

/** That a complaint was filed outside this system: on which day, under which number, by whom. */
export type FilingRecord = {
  readonly agencyId: string
  readonly formId: string
  readonly filedOn: Day
  readonly way: FilingWay
  /** Diary, tracking or receipt number as the agency wrote it, digits 0-9; "" while none was given. */
  readonly reference: string
  /** The person themselves, somebody they trust, or a member of staff under their working name. */
  readonly by:
    | { readonly who: "person" }
    | { readonly who: "supporter" }
    | { readonly who: "staff"; readonly alias: Alias }
}

/** Longest reference in letters; agencies' own numbers have at most some thirty. */
const LONGEST_REFERENCE = 80

export type FilingRecordError = "not-a-day" | "day-in-future" | "reference-too-long" | "letters-broken"

/**
 * A record as typed, made sure of.
 * @param today by the clock of the device that records it
 */
export function filingRecord(
  typed: Omit<FilingRecord, "filedOn"> & { readonly filedOn: string },
  today: Day,
): Result<FilingRecord, FilingRecordError> {
  const filedOn = parseDay(westernDigits(typed.filedOn.trim()))
  if (!filedOn.ok) return err("not-a-day")
  if (filedOn.value > today) return err("day-in-future")
  const reference = westernDigits(typed.reference.trim())
  if (hasBrokenLetters(reference)) return err("letters-broken")
  if (reference.length > LONGEST_REFERENCE) return err("reference-too-long")
  return ok({ ...typed, filedOn: filedOn.value, reference })
}
