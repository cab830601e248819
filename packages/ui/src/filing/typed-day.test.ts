import { parseDay } from "@shn/domain"
import { expect, test } from "vitest"
import { typedDay } from "./typed-day.ts"

test.each([
  "23-11-2026",
  "23/11/2026",
  "23.11.2026",
  "23 11 2026",
  " 23 - 11 - 2026 ",
  "23112026",
  "2026-11-23",
  "2026/11/23",
  "۲۳-۱۱-۲۰۲۶",
  "٢٣/١١/٢٠٢٦",
  "\u206623-11-2026\u2069",
])("a day is understood however it is typed: %s", (text) => expect(typedDay(text)).toBe("2026-11-23"))

test("a day without its zeros is the same day", () => expect(typedDay("3-1-2026")).toBe("2026-01-03"))

test.each(["yesterday", "23-11", "23-11-26", "31-02-2026", "11-23-2026", "", "2026"])(
  "what is no day does not become one: %s",
  (text) => expect(parseDay(typedDay(text)).ok).toBe(false),
)
