import type { Brand } from "./brand.ts"
import { err, ok, type Result } from "./result.ts"

/** A calendar day in UTC, "2026-11-23". The only grain of time the server keeps on the reporter's side. */
export type Day = string & Brand<"Day">

/** A source of "now", in milliseconds since 1970 UTC. Always a parameter, never ambient. */
export type Clock = () => number

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const MS_PER_DAY = 86_400_000

export function parseDay(text: string): Result<Day, "not-a-day"> {
  if (!DAY.test(text)) return err("not-a-day")
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text
    ? err("not-a-day")
    : ok(text as Day)
}

export function dayOf(nowMs: number): Day {
  return new Date(nowMs).toISOString().slice(0, 10) as Day
}

export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY)
}
