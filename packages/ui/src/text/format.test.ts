import { parseDay } from "@shn/domain"
import { describe, expect, it } from "vitest"
import {
  formatClockTime,
  formatDay,
  formatDuration,
  formatMinuteOfDay,
  formatNumber,
  formatWeekday,
  isolateLtr,
  isolateName,
  latinDigits,
} from "./format.ts"

const parsed = parseDay("2026-11-23")
if (!parsed.ok) throw new Error("bad sample day")
const day = parsed.value

describe("dates and numbers in sentences", () => {
  it("a day reads as people write it, in each language", () => {
    expect(formatDay(day, "en")).toBe("23 November 2026")
    expect(formatDay(day, "ur")).toBe("23 نومبر 2026")
    expect(formatDay(day, "ur-Latn")).toBe("23 November 2026")
  })

  it("a recent day carries the right weekday", () => {
    expect(formatWeekday(day, "en")).toBe("Monday, 23 November")
    expect(formatWeekday(day, "ur")).toBe("پیر، 23 نومبر")
    expect(formatWeekday(day, "ur-Latn")).toBe("Peer, 23 November")
  })

  it("large numbers have commas and small ones none", () => {
    expect([0, 999, 1000, 200_000, 1_234_567].map(formatNumber)).toEqual([
      "0",
      "999",
      "1,000",
      "200,000",
      "1,234,567",
    ])
  })

  it("one minute is singular, and long times drop what does not matter", () => {
    expect(formatDuration(1, "en")).toBe("1 minute")
    expect(formatDuration(59, "en")).toBe("59 minutes")
    expect(formatDuration(60, "en")).toBe("1 hour")
    expect(formatDuration(125, "en")).toBe("2 hours 5 minutes")
    expect(formatDuration(2879, "en")).toBe("47 hours 59 minutes")
    expect(formatDuration(2880, "en")).toBe("2 days")
    expect(formatDuration(125, "ur")).toBe("2 گھنٹے 5 منٹ")
    expect(formatDuration(60, "ur-Latn")).toBe("1 ghanta")
    expect(formatDuration(-5, "en")).toBe("0 minutes")
  })

  it("clock times are those of Pakistan, through midnight and noon", () => {
    expect(formatClockTime(Date.UTC(2026, 10, 23, 4, 30), "en")).toBe("9:30 am")
    expect(formatClockTime(Date.UTC(2026, 10, 23, 19, 0), "en")).toBe("12:00 am")
    expect(formatMinuteOfDay(720, "en")).toBe("12:00 pm")
    expect(formatMinuteOfDay(540, "ur")).toBe("صبح 9 بجے")
    expect(formatMinuteOfDay(1005, "ur")).toBe("شام 4:45 بجے")
    expect(formatMinuteOfDay(720, "ur-Latn")).toBe("dopahar 12 baje")
    expect(formatMinuteOfDay(1200, "ur-Latn")).toBe("raat 8 baje")
  })

  it("a code inside Urdu is wrapped so that its parts keep their order", () => {
    expect(isolateLtr("2026-114")).toBe("\u20662026-114\u2069")
  })

  it("a file's name inside a sentence moves no word around it, and brings no turning marks along", () => {
    expect(isolateName("2026 report.pdf")).toBe("\u20682026 report.pdf\u2069")
    expect(isolateName("photo\u202egpj.exe\u2069")).toBe("\u2068photogpj.exe\u2069")
  })

  it("digits typed on an Urdu or Arabic keyboard are understood", () => {
    expect(latinDigits("۱۲۳ ٤٥٦ 789 الف")).toBe("123 456 789 الف")
  })
})
