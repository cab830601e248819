import { expect, test } from "vitest"
import { bugEvent, jsonLog } from "./log.ts"

test("a line of the log has the day and no time", () => {
  const lines: string[] = []
  jsonLog(
    (line) => lines.push(line),
    () => Date.parse("2026-11-23T07:05:09Z"),
  )({ event: "stopped" })
  expect(lines).toEqual(['{"day":"2026-11-23","event":"stopped"}\n'])
})

test("of a bug the log tells the place in the code and never the words, which may quote a person", () => {
  const error = new TypeError("cannot read the story: he waits outside the hostel")
  const text = JSON.stringify(bugEvent("reporter", error))
  expect(text).not.toContain("hostel")
  expect(bugEvent("reporter", error)).toMatchObject({
    event: "bug",
    name: "TypeError",
    at: expect.stringMatching(/^log\.test\.ts:\d+$/),
  })
  error.name = "he waits outside"
  expect(bugEvent("jobs", error)).toMatchObject({ name: "unknown" })
  expect(bugEvent("jobs", "text")).toMatchObject({ name: "unknown", at: "unknown" })
})
