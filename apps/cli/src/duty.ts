import type { DutyHours } from "@shn/domain"
import { ALWAYS_ON_DUTY } from "./staff-plan.ts"

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
const PART = /^([a-z]{3})(?:-([a-z]{3}))? (\d{2}):(\d{2})-(\d{2}):(\d{2})$/

/**
 * Weekly duty as people write it: "24/7", "mon-fri 09:00-17:00; sat 10:00-14:00", or "" for none.
 * Hours are the helpline's own; an end of 24:00 is midnight. A duty past midnight is written as two parts.
 * @returns null when it cannot be read
 */
export function readDuty(text: string): readonly DutyHours[] | null {
  const plain = text.trim().toLowerCase()
  if (plain === "") return []
  if (plain === "24/7") return ALWAYS_ON_DUTY
  const parts = plain.split(";").map((part) => readPart(part.trim().replace(/\s+/g, " ")))
  return parts.every((part) => part !== null) ? parts.flat() : null
}

function readPart(text: string): DutyHours[] | null {
  const [, first = "", last = first, ...time] = PART.exec(text) ?? []
  const from = WEEKDAYS.indexOf(first)
  const to = WEEKDAYS.indexOf(last)
  const [fromHour = 0, fromMinutes = 0, toHour = 0, toMinutes = 0] = time.map(Number)
  const fromMinute = fromHour * 60 + fromMinutes
  const toMinute = toHour * 60 + toMinutes
  const isSound = from >= 0 && to >= 0 && fromMinutes < 60 && toMinutes < 60 && toMinute <= 1440
  if (!isSound || fromMinute >= toMinute) return null
  const days = ((to - from + 7) % 7) + 1
  return Array.from({ length: days }, (_, step) => ({ weekday: (from + step) % 7, fromMinute, toMinute }))
}
