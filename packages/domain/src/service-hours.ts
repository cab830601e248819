import { type Day, dayOf } from "./day.ts"
import type { DutyHours } from "./expert-profile.ts"

/**
 * A weekly timetable. Blocks may overlap and come in any order. One that crosses midnight is written as two;
 * one that does not end after it begins counts for nothing.
 */
export type WeeklyHours = readonly DutyHours[]

/** Days off, both ends included, in the helpline's own calendar. */
export type Leave = readonly { readonly from: Day; readonly to: Day }[]

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000
const DAYS_PER_WEEK = 7
/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4

/** The calendar day at the helpline. `offsetMinutes` is minutes ahead of UTC; Pakistan +300, no summer time. */
export function localDay(atMs: number, offsetMinutes: number): Day {
  return dayOf(atMs + offsetMinutes * MS_PER_MINUTE)
}

/** True if `day` is inside some leave. */
export function isOnLeave(leave: Leave, day: Day): boolean {
  return leave.some(({ from, to }) => from <= day && day <= to)
}

/** True if `atMs` falls inside the timetable. */
export function isOnDuty(hours: WeeklyHours, atMs: number, offsetMinutes: number): boolean {
  return nextOnDuty({ duty: hours, leave: [] }, atMs, offsetMinutes) === atMs
}

/**
 * The first moment at or after `fromMs` (ms since 1970 UTC) at which someone with these hours is on duty and not
 * on leave, or null if there is none within 400 days: a year of leave and a little more.
 */
export function nextOnDuty(
  who: { readonly duty: WeeklyHours; readonly leave: Leave },
  fromMs: number,
  offsetMinutes: number,
): number | null {
  const week = weekOf(who.duty)
  if (week.every((blocks) => blocks.length === 0)) return null
  const firstDay = dayIndex(fromMs, offsetMinutes)
  for (let index = firstDay; index < firstDay + 400; index++) {
    const midnightMs = midnightOf(index, offsetMinutes)
    if (isOnLeave(who.leave, localDay(midnightMs, offsetMinutes))) continue
    for (const block of blocksOn(week, index)) {
      const endMs = midnightMs + block.toMs
      if (endMs > fromMs) return Math.max(fromMs, midnightMs + block.fromMs)
    }
  }
  return null
}

/**
 * The moment at which `serviceMs` of duty time have passed since `fromMs`, or null if the timetable is empty.
 * With nothing to wait for that is `fromMs` itself, on duty or not.
 */
export function addServiceTime(
  fromMs: number,
  serviceMs: number,
  hours: WeeklyHours,
  offsetMinutes: number,
): number | null {
  if (serviceMs <= 0) return fromMs
  const week = weekOf(hours)
  const perWeekMs = week.flat().reduce((sum, block) => sum + block.toMs - block.fromMs, 0)
  if (perWeekMs === 0) return null
  // Whole weeks are alike, so they are skipped: a timetable of one hour a week stays cheap. One less than fits,
  // so that the end is never skipped past a gap.
  const wholeWeeks = Math.max(0, Math.ceil(serviceMs / perWeekMs) - 1)
  const startMs = fromMs + wholeWeeks * DAYS_PER_WEEK * MS_PER_DAY
  let leftMs = serviceMs - wholeWeeks * perWeekMs
  for (let index = dayIndex(startMs, offsetMinutes); ; index++) {
    const midnightMs = midnightOf(index, offsetMinutes)
    for (const block of blocksOn(week, index)) {
      const beginMs = Math.max(startMs, midnightMs + block.fromMs)
      const lengthMs = Math.max(0, midnightMs + block.toMs - beginMs)
      if (leftMs <= lengthMs) return beginMs + leftMs
      leftMs -= lengthMs
    }
  }
}

/** Duty time between two moments, in ms; 0 if `toMs` is not later. */
export function serviceTimeBetween(
  fromMs: number,
  toMs: number,
  hours: WeeklyHours,
  offsetMinutes: number,
): number {
  const week = weekOf(hours)
  let sumMs = 0
  for (let index = dayIndex(fromMs, offsetMinutes); midnightOf(index, offsetMinutes) < toMs; index++) {
    const midnightMs = midnightOf(index, offsetMinutes)
    for (const block of blocksOn(week, index)) {
      const beginMs = Math.max(fromMs, midnightMs + block.fromMs)
      sumMs += Math.max(0, Math.min(toMs, midnightMs + block.toMs) - beginMs)
    }
  }
  return sumMs
}

/** A stretch of a day, in ms since local midnight. */
type Block = { readonly fromMs: number; readonly toMs: number }
/** Blocks of each weekday, Sunday first: in order, not touching. */
type Week = readonly (readonly Block[])[]

function weekOf(hours: WeeklyHours): Week {
  return Array.from({ length: DAYS_PER_WEEK }, (_, weekday) =>
    merged(
      hours
        .filter((block) => block.weekday === weekday && block.fromMinute < block.toMinute)
        .map((block) => ({ fromMs: block.fromMinute * MS_PER_MINUTE, toMs: block.toMinute * MS_PER_MINUTE })),
    ),
  )
}

function merged(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = []
  for (const block of blocks.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = result.at(-1)
    if (last === undefined || block.fromMs > last.toMs) result.push(block)
    else result[result.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, block.toMs) }
  }
  return result
}

function blocksOn(week: Week, index: number): readonly Block[] {
  const weekday = (((index + EPOCH_WEEKDAY) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK
  return week[weekday] ?? []
}

/** Local days since 1970. */
function dayIndex(atMs: number, offsetMinutes: number): number {
  return Math.floor((atMs + offsetMinutes * MS_PER_MINUTE) / MS_PER_DAY)
}

function midnightOf(index: number, offsetMinutes: number): number {
  return index * MS_PER_DAY - offsetMinutes * MS_PER_MINUTE
}
